package dev.perfloop.optimization;

import dev.perfloop.optimization.PlanSheet.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of a plan's document that look at it as a whole; Markdown. */
final class PlanOverview {
    private final StringBuilder text = new StringBuilder();

    private PlanOverview() {}

    /** What comes ahead of the single changes. */
    static String head(PlanSheet sheet) {
        var overview = new PlanOverview();
        if (!sheet.steps().isEmpty()) {
            overview.table(sheet);
            overview.sequence(sheet.sequence());
        }
        return overview.text.toString();
    }

    /** What follows them. */
    static String tail(PlanSheet sheet) {
        var overview = new PlanOverview();
        if (!sheet.steps().isEmpty()) {
            overview.rollback(sheet.rollback());
        }
        if (!sheet.byHand().isEmpty()) {
            overview.byHand(sheet.byHand());
        }
        return overview.text.toString();
    }

    /** What a person does in a step. */
    static String deed(PlanSheet.Deed deed) {
        var overview = new PlanOverview();
        overview.line("**A person does this, and says so: " + deed.title() + ".**");
        overview.line("");
        deed.advice().strip().lines().forEach(overview::line);
        overview.line("");
        if (!deed.where().isEmpty()) {
            overview.line("Where:");
            overview.line("");
            deed.where().forEach(place -> overview.line("- " + place));
            overview.line("");
        }
        overview.line("Perfloop cannot take it back. A person does: " + deed.back());
        overview.line("");
        return overview.text.toString();
    }

    private void table(PlanSheet sheet) {
        line("");
        line("## At a glance");
        line("");
        line("| # | Change | Needs | Gain, estimated | Build, by rule of thumb | Disk | Others wait at most |");
        line("|--:|--------|-------|-----------------|-------------------------|------|---------------------|");
        sheet.steps().forEach(this::row);
        var totals = sheet.totals();
        line(String.format(
                Locale.ROOT,
                "| | **Together** | | %s | %s | %s | |",
                totals.gainHighPct() instanceof Double percent
                        ? String.format(Locale.ROOT, "up to %.0f %%", percent)
                        : "not estimated",
                build(totals.buildSecondsLow(), totals.buildSecondsHigh(), totals.diskHighBytes()),
                disk(totals.diskLowBytes(), totals.diskHighBytes())));
        line("");
        line(
                "Quick wins come first, those that give most for their cost ahead; what another change needs comes before it.");
    }

    private void row(Step step) {
        var build = step.cost().build();
        var gain = step.gain();
        line(String.format(
                Locale.ROOT,
                "| %d | %s%s | %s | %s | %s | %s | %s |",
                step.position(),
                step.kind(),
                step.quickWin() ? " (quick win)" : "",
                step.needs().isEmpty()
                        ? "-"
                        : step.needs().stream()
                                .map(need -> Integer.toString(need.position()))
                                .collect(Collectors.joining(", ")),
                gain.lowPct() instanceof Double low && gain.highPct() instanceof Double high
                        ? String.format(Locale.ROOT, "%.0f to %.0f %%", low, high)
                        : "not estimated",
                build == null ? "-" : build(build.secondsLow(), build.secondsHigh(), build.diskHighBytes()),
                build == null ? "-" : disk(build.diskLowBytes(), build.diskHighBytes()),
                step.cost().blockingSeconds() == 0
                        ? "-"
                        : String.format(Locale.ROOT, "%.3g s", step.cost().blockingSeconds())));
    }

    private void sequence(List<String> sequence) {
        line("");
        line("## How it is carried out");
        line("");
        for (int i = 0; i < sequence.size(); i++) {
            line((i + 1) + ". " + sequence.get(i));
        }
    }

    private void rollback(List<PlanSheet.Back> rollback) {
        line("");
        line("## Taking it back");
        line("");
        line(
                "Last first. Perfloop does it by itself when the changes do not earn their place, when the run is cancelled, and "
                        + "when an index fails; afterwards it compares the schema with the one before.");
        line("");
        line("```sql");
        for (var back : rollback) {
            line("-- change " + back.position());
            back.statements().forEach(statement -> line(back.sql() ? statement + ";" : "-- call " + statement));
            if (!back.remains().isEmpty()) {
                line("-- " + back.remains());
            }
        }
        line("```");
    }

    private void byHand(List<PlanSheet.ByHand> byHand) {
        line("");
        line("## For a person to do, beside the plan");
        for (var advised : byHand) {
            line("");
            line("- " + advised.finding());
            line("");
            advised.advice().lines().forEach(it -> line("  " + it));
        }
    }

    private static String build(double low, double high, double disk) {
        return disk == 0 && high == 0 ? "-" : new BuildEstimate(low, high, 0, 0).duration();
    }

    private static String disk(double low, double high) {
        return high == 0 ? "-" : new BuildEstimate(0, 0, low, high).disk();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
