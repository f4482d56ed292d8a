package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Findings;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.optimization.PlanRepository.NotLookedAt;
import java.util.List;
import java.util.Locale;

/** Writes a plan for the person who must approve it. */
final class PlanDocument {
    private final StringBuilder text = new StringBuilder();

    private PlanDocument() {}

    static String of(
            String target,
            List<PlannedChange> changes,
            List<Finding> findings,
            List<Findings.Turned> refusals,
            List<NotLookedAt> blindSpots) {
        var document = new PlanDocument();
        document.line("# Plan for " + target);
        document.changes(changes);
        document.others(findings, changes);
        document.refusals(refusals);
        document.blindSpots(blindSpots, target);
        return document.text.toString();
    }

    /** One sentence for lists. */
    static String summary(List<PlannedChange> changes) {
        if (changes.isEmpty()) {
            return "No change to propose";
        }
        double gain = Math.min(
                100,
                changes.stream()
                        .mapToDouble(it -> it.finding().gainHighPct() instanceof Double high ? high : 0)
                        .sum());
        return String.format(
                Locale.ROOT,
                "%d change%s, estimated to take up to %.0f %% off the time of all requests; the load test will tell",
                changes.size(),
                changes.size() == 1 ? "" : "s",
                gain);
    }

    private void changes(List<PlannedChange> changes) {
        line("");
        line(summary(changes) + ".");
        line("");
        line(
                "The changes are applied one after another in this order, measured together, and taken back unless they earn "
                        + "their place.");
        for (int i = 0; i < changes.size(); i++) {
            change(i + 1, changes.get(i));
        }
    }

    private void change(int number, PlannedChange planned) {
        var finding = planned.finding();
        line("");
        line("## " + number + ". " + finding.summary());
        line("");
        line("```sql");
        planned.change().statements().forEach(statement -> line(statement + ";"));
        line("```");
        line(planned.change().undoStatements().isEmpty() ? "Taken back by nothing:" : "Taken back by:");
        line("```sql");
        planned.change().undo().lines().forEach(this::line);
        line("```");
        evidence(finding);
        risks(planned);
    }

    private void evidence(Finding finding) {
        var evidence = finding.evidence();
        line("**Evidence**");
        line("");
        line(String.format(
                Locale.ROOT,
                "- Explains about %.0f %% of the gap to the missed objectives; confidence %s, priority %s.",
                finding.impact(),
                lower(finding.confidence()),
                lower(finding.priority())));
        if (finding.gainLowPct() instanceof Double low && finding.gainHighPct() instanceof Double high) {
            line(String.format(
                    Locale.ROOT,
                    "- Estimated, not measured: %.0f to %.0f %% less time over all requests (%s).",
                    low,
                    high,
                    evidence.method() == null ? "no method" : evidence.method()));
        }
        if (evidence.trial() instanceof Evidence.Trial trial) {
            line(String.format(
                    Locale.ROOT,
                    "- Tried (%s): %.4g before, %.4g after, in %s. %s",
                    trial.how(),
                    trial.before(),
                    trial.after(),
                    trial.unit(),
                    trial.note()));
        }
        line("- Requests likely hit: "
                + (evidence.requests().isEmpty() ? "unknown" : String.join(", ", evidence.requests()))
                + " (" + evidence.requestsHow() + ").");
        if (evidence.statement() instanceof Evidence.Statement statement) {
            statement(statement);
        }
        evidence.otherStatements().forEach(this::statement);
        if (evidence.planNode() instanceof Evidence.Node node) {
            line(String.format(
                    Locale.ROOT,
                    "- Plan: %s on %s%s; planned cost %.0f, %.0f through the index.",
                    node.type(),
                    node.relation(),
                    node.filter().isEmpty() ? "" : ", condition `" + node.filter() + "`",
                    node.cost(),
                    node.costWithIndex()));
        }
        line("- " + evidence.reason());
    }

    private void statement(Evidence.Statement statement) {
        line(String.format(
                Locale.ROOT,
                "- Statement %s: %d calls, %.1f ms each, %.0f %% of the database's time.",
                statement.queryId(),
                statement.calls(),
                statement.meanMs(),
                statement.dbTimeSharePct()));
        line("  ```sql");
        statement.text().lines().forEach(sql -> line("  " + sql));
        line("  ```");
    }

    private void risks(PlannedChange planned) {
        line("");
        line("**Cost and risk**");
        line("");
        Risks.of(planned).forEach(risk -> line("- " + risk));
    }

    private void others(List<Finding> findings, List<PlannedChange> changes) {
        var planned = changes.stream().map(it -> it.finding().id()).toList();
        var rest = findings.stream()
                .filter(finding -> !planned.contains(finding.id()))
                .toList();
        if (!rest.isEmpty()) {
            line("");
            line("## Found, but not part of this plan");
            line("");
            rest.forEach(this::other);
        }
    }

    private void other(Finding finding) {
        line(String.format(
                Locale.ROOT,
                "- %s (explains about %.0f %%, confidence %s). %s",
                finding.summary(),
                finding.impact(),
                lower(finding.confidence()),
                finding.evidence().reason()));
        if (finding.proposal() instanceof Proposal mend) {
            Advised.lines(mend).forEach(text -> line("  " + text));
        }
    }

    private void refusals(List<Findings.Turned> refusals) {
        if (!refusals.isEmpty()) {
            line("");
            line("## Looked at and turned down");
            line("");
            refusals.forEach(refused -> line("- " + refused.subject() + ": " + refused.reason() + "."));
        }
    }

    private void blindSpots(List<NotLookedAt> blindSpots, String target) {
        if (!blindSpots.isEmpty()) {
            line("");
            line("## Not looked at");
            line("");
            blindSpots.forEach(it -> line(
                    "- " + it.what() + ": " + it.why() + "." + (it.mend().isEmpty() ? "" : " `" + it.mend() + "`")));
            line("");
            line("What of this Perfloop may switch on itself, beside the plan: `./perfloop target observe " + target
                    + "`");
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
