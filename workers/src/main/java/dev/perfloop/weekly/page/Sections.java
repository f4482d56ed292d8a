package dev.perfloop.weekly.page;

import dev.perfloop.weekly.WeekReport;
import dev.perfloop.weekly.WeekReport.AlertLine;
import dev.perfloop.weekly.WeekReport.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a report, in the order in which it is read. */
final class Sections {
    private Sections() {}

    static List<Section> of(WeekReport report) {
        return List.of(
                changes(report),
                trends(report),
                levelChanges(report),
                statements(report),
                alerts(report),
                outlooks(report),
                runs(report),
                gaps(report));
    }

    private static Section trends(WeekReport report) {
        return section(
                "How it went",
                "Beside as much time just before, and beside what was usual at these hours. Alike is within a tenth.",
                List.of("Series", "Course", "Mean", "Before", "Change", "Usual", "Hours above, below", "Highest", "So"),
                "Nothing was collected.",
                report.trends(),
                it -> row(
                        it.title(),
                        new Section.Course(it.course()),
                        Cells.unit(it.mean(), it.unit()),
                        Cells.unit(it.before(), it.unit()),
                        Cells.pct(it.changePct()),
                        Cells.unit(it.usual(), it.unit()),
                        it.above() == null ? null : it.above() + ", " + it.below(),
                        Cells.unit(it.highest(), it.unit()),
                        tone(it.tone())));
    }

    private static Section changes(WeekReport report) {
        return section(
                "What was kept, and whether it still earns its place",
                "",
                List.of(
                        "Applied",
                        "Change",
                        "Made for",
                        "p95 before",
                        "then",
                        "now",
                        "Index used",
                        "Standing",
                        "Because"),
                "No change was kept on this target.",
                report.changes(),
                it -> row(
                        it.appliedAt(),
                        it.statement(),
                        it.requests().isEmpty() ? "all requests" : String.join(", ", it.requests()),
                        Cells.unit(it.beforeMs(), "ms"),
                        Cells.unit(it.afterMs(), "ms"),
                        Cells.unit(it.nowMs(), "ms"),
                        it.scans(),
                        Cells.words(it.standing().name()),
                        it.words()));
    }

    private static Section levelChanges(WeekReport report) {
        return section(
                "Where the level changed",
                "Beside what is usual at each hour, for twelve hours at least. What was done just before may be the cause, and need not.",
                List.of("At", "Series", "Before", "After", "Just before"),
                "Nowhere, or what is usual is not known yet.",
                report.levelChanges(),
                it -> row(
                        it.at(),
                        it.series(),
                        Cells.unit(it.before(), it.unit()),
                        Cells.unit(it.after(), it.unit()),
                        it.suspects().isEmpty() ? "nothing of ours" : String.join("; ", it.suspects())));
    }

    private static Section statements(WeekReport report) {
        return section(
                "Statements that took the most time",
                "",
                List.of("Statement", "Share", "Seconds", "Before (s)", "Calls", "Mean", "Mean before", "Change"),
                "No statement was followed.",
                report.statements(),
                it -> row(
                        it.statement(),
                        Cells.unit(it.share(), "share"),
                        it.seconds(),
                        it.secondsBefore(),
                        it.calls(),
                        Cells.unit(it.meanMs(), "ms"),
                        Cells.unit(it.meanMsBefore(), "ms"),
                        Cells.pct(it.meanChangePct())));
    }

    private static Section alerts(WeekReport report) {
        return section(
                "Alerts",
                report.verdicts().none() == 0
                        ? ""
                        : "Whether one was real or noise is said on the page Alerts, or with perfloop alert real | noise ID.",
                List.of("Opened", "Of", "Severity", "State", "Resolved", "Verdict", "What"),
                "None.",
                report.alerts(),
                it -> row(
                        it.openedAt(),
                        Cells.words(it.family()),
                        Cells.words(it.severity()),
                        Cells.words(it.state()),
                        it.resolvedAt(),
                        verdict(it),
                        it.words()));
    }

    private static Section outlooks(WeekReport report) {
        return section(
                "What will run out",
                "If it goes on as it did.",
                List.of("What", "When"),
                "Nothing that could run out was measured.",
                report.outlooks(),
                it -> row(it.what(), it.words()));
    }

    private static Section runs(WeekReport report) {
        return section(
                "Runs",
                "",
                List.of("Asked for", "Run", "By", "Outcome", "Changes kept", "Saved a request"),
                "None.",
                report.runs(),
                it -> row(
                        it.requestedAt(),
                        it.id(),
                        it.requestedBy(),
                        Cells.words(it.outcome()),
                        it.kept(),
                        Cells.unit(it.savedMs(), "ms")));
    }

    private static Section gaps(WeekReport report) {
        return section(
                "When nothing was told",
                "",
                List.of("Since", "Until", "Source", "Why", "What came of it"),
                "Every source told something all the time.",
                report.gaps(),
                it -> row(
                        it.since(),
                        it.until() == null ? "still" : it.until(),
                        Cells.words(it.source()),
                        it.reason(),
                        it.recovered() == null ? null : Cells.words(it.recovered())));
    }

    private static String tone(Tone tone) {
        return switch (tone) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case ALIKE -> "alike";
            case OTHER -> "other";
            case UNKNOWN -> "not comparable";
        };
    }

    private static @Nullable String verdict(AlertLine alert) {
        return alert.verdict() == null ? null : Cells.words(alert.verdict()) + ", says " + alert.verdictBy();
    }

    private static <T> Section section(
            String title,
            String note,
            List<String> columns,
            String empty,
            List<T> lines,
            Function<T, List<@Nullable Object>> row) {
        return new Section(title, note, columns, lines.stream().map(row).toList(), empty);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell);
        }
        return row;
    }
}
