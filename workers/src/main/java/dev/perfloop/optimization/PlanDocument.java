package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Findings;
import dev.perfloop.optimization.PlanRepository.NotLookedAt;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a plan for the person who must approve it. */
final class PlanDocument {
    private final StringBuilder text = new StringBuilder();

    private PlanDocument() {}

    static String of(
            PlanSheet sheet,
            List<PlannedChange> changes,
            List<Finding> findings,
            List<Findings.Turned> refusals,
            List<NotLookedAt> blindSpots) {
        var document = new PlanDocument();
        document.line("# Plan for " + sheet.target());
        document.line("");
        document.line(sheet.summary() + ".");
        document.text.append(PlanOverview.head(sheet));
        document.changes(changes, sheet);
        document.text.append(PlanOverview.tail(sheet));
        document.others(findings, changes);
        document.refusals(refusals);
        document.blindSpots(blindSpots, sheet.target());
        return document.text.toString();
    }

    /** One sentence for lists. */
    static String summary(List<PlannedChange> changes) {
        if (changes.isEmpty()) {
            return "No change to propose";
        }
        return String.format(
                Locale.ROOT,
                "%d change%s, %s; the load test will tell",
                changes.size(),
                changes.size() == 1 ? "" : "s",
                gain(changes) instanceof Double percent
                        ? String.format(
                                Locale.ROOT, "estimated to take up to %.0f %% off the time of all requests", percent)
                        : "what it gains cannot be estimated");
    }

    /** What all together may take off the time of all requests at the most, in percent; null where nothing was estimated. */
    static @Nullable Double gain(List<PlannedChange> changes) {
        var estimated = changes.stream()
                .map(it -> it.finding().gainHighPct())
                .filter(Objects::nonNull)
                .toList();
        return estimated.isEmpty()
                ? null
                : Math.min(
                        100, estimated.stream().mapToDouble(Double::doubleValue).sum());
    }

    private void changes(List<PlannedChange> changes, PlanSheet sheet) {
        for (int i = 0; i < changes.size(); i++) {
            change(changes.get(i), sheet.steps().get(i));
        }
    }

    private void change(PlannedChange planned, PlanSheet.Step step) {
        var finding = planned.finding();
        line("");
        line("## " + step.position() + ". " + step.title());
        line("");
        if (step.byHand() instanceof PlanSheet.Deed deed) {
            text.append(PlanOverview.deed(deed));
        } else {
            String fence = step.sql() ? "```sql" : "```";
            line(fence);
            step.statements().forEach(statement -> line(step.sql() ? statement + ";" : statement));
            line("```");
            line(step.undo().isEmpty() ? "Taken back by nothing:" : "Taken back by:");
            line(fence);
            planned.change().undo().lines().forEach(this::line);
            line("```");
        }
        evidence(finding);
        conditions(step);
        risks(step);
    }

    private void conditions(PlanSheet.Step step) {
        line("");
        line("**Looked at again just before it is applied**; what does not hold skips it");
        line("");
        step.preconditions().forEach(condition -> line("- " + condition));
        step.needs().forEach(need -> line("- Needs change " + need.position() + ": " + need.why() + "."));
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

    private void risks(PlanSheet.Step step) {
        line("");
        line("**Cost and risk**");
        line("");
        line("- " + step.cost().blocking());
        step.risks().forEach(risk -> line("- " + risk));
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
