package dev.perfloop.profiling;

import dev.perfloop.profiling.ConcretePlans.ConcretePlan;
import dev.perfloop.profiling.ConcretePlansRepository.Found;
import dev.perfloop.profiling.constants.Draw;
import dev.perfloop.profiling.constants.PlanTexts;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.profiling.statement.StatementText;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks for a heavy statement's plans for values that its tables hold. */
@Component
class ConcretePlanCapture {
    private final ConcretePlansRepository concrete;
    private final BlindSpots blindSpots;

    ConcretePlanCapture(ConcretePlansRepository concrete, BlindSpots blindSpots) {
        this.concrete = concrete;
        this.blindSpots = blindSpots;
    }

    /** @param longest that the statement may run, if it only reads; zero for not at all */
    List<ConcretePlan> of(
            RunId run, Target target, StatementFacts statement, Explained.Plan generic, Duration longest) {
        boolean reads =
                !generic.json().contains("\"ModifyTable\"") && !generic.json().contains("\"LockRows\"");
        var found = found(target, statement, generic, reads ? longest : Duration.ZERO);
        if (!found.why().isEmpty() && reads && !longest.isZero()) {
            blindSpots.add(
                    run,
                    "whether the plan of statement " + statement.queryId() + " meets the rows it expects",
                    "it could not be tried: " + found.why(),
                    "");
        } else if (!found.why().isEmpty() && isPaged(statement)) {
            blindSpots.add(
                    run,
                    "the plan of statement " + statement.queryId() + " for the page that is asked for",
                    "no values could be found for it, so that its plan is that for a tenth of all rows: " + found.why(),
                    "");
        }
        return found.plans();
    }

    /**
     * The generic plan, but for two: a statement whose LIMIT is a parameter, which PostgreSQL then plans as if a tenth
     * of all rows were asked for (preprocess_limit in its planner), and so for another way than that to one page; and one that
     * was run and went the same way, so that the plan tells what it met.
     */
    static StatementPlan best(StatementFacts statement, Explained.Plan generic, List<ConcretePlan> concrete) {
        return concrete.stream()
                .filter(plan -> plan.draw() == Draw.COMMON)
                .filter(plan ->
                        isPaged(statement) || plan.analysed() && PlanTexts.areAlike(plan.json(), generic.json()))
                .findFirst()
                .map(plan -> new StatementPlan(
                        statement.queryId(), plan.analysed() ? "ANALYSED" : "SAMPLED_CONSTANTS", plan.json()))
                .orElseGet(() -> new StatementPlan(statement.queryId(), generic.how(), generic.json()));
    }

    private Found found(Target target, StatementFacts statement, Explained.Plan generic, Duration longest) {
        try {
            return concrete.plans(target, statement, generic.json(), longest);
        } catch (TargetRefused | TargetUnavailable | StatementFailed failure) {
            return new Found(List.of(), String.valueOf(failure.getMessage()));
        }
    }

    /** How far into the result calls go is not known: with an OFFSET the generic plan is as good a guess as any. */
    private static boolean isPaged(StatementFacts statement) {
        var text = new StatementText(statement.query());
        return !text.limits().isEmpty() && text.offsets().isEmpty();
    }
}
