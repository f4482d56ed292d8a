package dev.perfloop.weekly.page;

import dev.perfloop.weekly.WeekReport;
import dev.perfloop.weekly.WeekReport.Tone;
import dev.perfloop.weekly.WeekReport.Verdicts;
import dev.perfloop.weekly.lasting.KeptChange.Standing;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has to be known when one reads no further. */
public final class Headline {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private Headline() {}

    public static String title(WeekReport report) {
        var zone = ZoneId.of(report.zone());
        return report.target() + ", " + DAY.format(report.since().atZone(zone)) + " to "
                + DAY.format(report.until().atZone(zone));
    }

    /** In sentences. */
    public static List<String> sentences(WeekReport report) {
        List<String> sentences = new ArrayList<>();
        report.trends().stream()
                .filter(it -> it.tone() == Tone.WORSE || it.tone() == Tone.BETTER)
                .limit(4)
                .forEach(it -> sentences.add("%s: %s, %s before (%s, %s)."
                        .formatted(
                                it.title(),
                                Cells.unit(it.mean(), it.unit()),
                                Cells.unit(it.before(), it.unit()),
                                Cells.pct(it.changePct()),
                                it.tone() == Tone.WORSE ? "worse" : "better")));
        sentences.add(alerts(report.verdicts()));
        for (var standing : List.of(Standing.UNUSED, Standing.FADES, Standing.MISSING)) {
            long so = report.changes().stream()
                    .filter(it -> it.standing() == standing)
                    .count();
            if (so > 0) {
                sentences.add(so + " kept change" + (so == 1 ? "" : "s") + ": " + Cells.words(standing.name()) + ".");
            }
        }
        report.outlooks().stream()
                .filter(it -> it.likely() != null)
                .forEach(it -> sentences.add(it.what() + ": " + it.words()));
        sentences.add(
                String.format(Locale.ROOT, "The target told something in %.0f %% of the time.", 100 * report.heard()));
        sentences.addAll(report.notKnown());
        return sentences;
    }

    private static String alerts(Verdicts said) {
        if (said.alerts() == 0) {
            return "No alert.";
        }
        return "%d alert%s, %d of them not over at its end. People said of %d that they were real, of %d that they were noise, and nothing of %d."
                .formatted(
                        said.alerts(),
                        said.alerts() == 1 ? "" : "s",
                        said.notOver(),
                        said.real(),
                        said.noise(),
                        said.none());
    }
}
