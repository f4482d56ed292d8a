package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.Change;
import dev.perfloop.change.CodeAdvice;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.PlanSheet.Back;
import dev.perfloop.optimization.PlanSheet.ByHand;
import dev.perfloop.optimization.PlanSheet.Deed;
import dev.perfloop.optimization.PlanSheet.Gain;
import dev.perfloop.optimization.PlanSheet.Need;
import dev.perfloop.optimization.PlanSheet.Step;
import dev.perfloop.optimization.PlanSheet.Totals;
import dev.perfloop.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the plan of a target together from its changes, in the order in which they are applied. */
final class SheetDraft {
    private final Target target;
    private final List<PlannedChange> planned;
    private final List<String> ids;

    /** @param ids of the changes, in the same order */
    SheetDraft(Target target, List<PlannedChange> planned, List<String> ids) {
        this.target = target;
        this.planned = planned;
        this.ids = ids;
    }

    PlanSheet sheet(String tier, List<Finding> findings) {
        var steps = IntStream.range(0, planned.size()).mapToObj(this::step).toList();
        return new PlanSheet(
                target.name(),
                tier,
                PlanDocument.summary(planned),
                totals(),
                steps,
                byHand(findings),
                Carrying.out(steps),
                steps.reversed().stream().map(SheetDraft::back).toList());
    }

    private Step step(int at) {
        var change = planned.get(at).change();
        var finding = planned.get(at).finding();
        return new Step(
                at + 1,
                ids.get(at),
                change.kind(),
                finding.summary(),
                finding.effort() == Effort.QUICK,
                change.speaksSql(),
                change.statements(),
                change.undoStatements(),
                change.remains(),
                change instanceof CodeAdvice advice
                        ? new Deed(advice.title(), advice.advice(), advice.where(), advice.takingBack())
                        : null,
                needs(change),
                Carrying.conditions(change),
                gain(finding),
                Carrying.cost(planned.get(at), target.guards().lockTimeout()),
                Risks.of(planned.get(at)));
    }

    private List<Need> needs(Change change) {
        return IntStream.range(0, planned.size())
                .boxed()
                .flatMap(at ->
                        Dependencies.why(change, planned.get(at).change())
                                .map(why -> new Need(at + 1, ids.get(at), why))
                                .stream())
                .toList();
    }

    private static Gain gain(Finding finding) {
        Evidence evidence = finding.evidence();
        return new Gain(
                finding.impact(),
                finding.gainLowPct(),
                finding.gainHighPct(),
                evidence.method(),
                finding.confidence().name());
    }

    private Totals totals() {
        var builds = builds().toList();
        return new Totals(
                PlanDocument.gain(planned),
                builds.stream().mapToDouble(BuildEstimate::diskLowBytes).sum(),
                builds.stream().mapToDouble(BuildEstimate::diskHighBytes).sum(),
                builds.stream().mapToDouble(BuildEstimate::secondsLow).sum(),
                builds.stream().mapToDouble(BuildEstimate::secondsHigh).sum());
    }

    private Stream<BuildEstimate> builds() {
        return planned.stream().filter(it -> it.change() instanceof CreateIndex).map(PlannedChange::estimate);
    }

    private List<ByHand> byHand(List<Finding> findings) {
        var inPlan = planned.stream().map(it -> it.finding().id()).toList();
        List<ByHand> byHand = new ArrayList<>();
        for (var finding : findings) {
            if (!inPlan.contains(finding.id()) && finding.proposal() instanceof Proposal mend) {
                String advice = String.join("\n", Advised.lines(mend));
                if (!advice.isEmpty()) {
                    byHand.add(new ByHand(finding.summary(), advice));
                }
            }
        }
        return byHand;
    }

    private static Back back(Step step) {
        return new Back(step.position(), step.changeId(), step.sql(), step.undo(), step.remains());
    }
}
