package dev.perfloop.profiling;

import dev.perfloop.profiling.ConcretePlans.ConcretePlan;
import dev.perfloop.profiling.constants.ConcretePlanRepository;
import dev.perfloop.profiling.constants.ConcreteStatement;
import dev.perfloop.profiling.constants.Constant;
import dev.perfloop.profiling.constants.ConstantsRepository;
import dev.perfloop.profiling.constants.Sampled;
import dev.perfloop.profiling.constants.SideEffectsRepository;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans a statement with values of its tables and, where that is allowed, runs it once for each of them. */
@Repository
class ConcretePlansRepository {
    private final TargetDatabase.Door door;

    /** @param why some are missing, or were not run; empty when all is there */
    record Found(List<ConcretePlan> plans, String why) {}

    ConcretePlansRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /**
     * @param generic its plan
     * @param longest that it may run; zero for not at all
     */
    Found plans(Target target, StatementFacts statement, String generic, Duration longest) {
        return door.of(target).read(jdbc -> switch (new ConstantsRepository(jdbc)
                .sample(statement.query(), statement.rowsPerCall())) {
            case Sampled.Concrete concrete ->
                longest.isZero()
                        ? planned(jdbc, statement, concrete, generic, "")
                        : analysed(jdbc, statement, concrete, generic, longest);
            case Sampled.Impossible impossible -> new Found(List.of(), impossible.why());
        });
    }

    private static Found planned(
            JdbcClient jdbc, StatementFacts statement, Sampled.Concrete concrete, String generic, String whyNotRun) {
        var repository = new ConcretePlanRepository(jdbc);
        List<ConcretePlan> plans = new ArrayList<>();
        String why = whyNotRun;
        for (var one : concrete.statements()) {
            var answer = repository.plan(one);
            if (answer.failed()) {
                why = answer.failure();
            } else {
                plans.add(plan(statement, one, false, repository.redacted(answer.text(), one, generic)));
            }
        }
        return new Found(List.copyOf(plans), why);
    }

    private static Found analysed(
            JdbcClient jdbc, StatementFacts statement, Sampled.Concrete concrete, String generic, Duration longest) {
        var functions = new SideEffectsRepository(jdbc).of(generic);
        if (!functions.isEmpty()) {
            return planned(
                    jdbc,
                    statement,
                    concrete,
                    generic,
                    "it calls " + String.join(", ", functions) + ", which may do more than read");
        }
        var repository = new ConcretePlanRepository(jdbc);
        List<ConcretePlan> plans = new ArrayList<>();
        for (var one : concrete.statements()) {
            var answer = repository.analyse(one, longest);
            if (answer.failed()) {
                var others = planned(jdbc, statement, concrete, generic, answer.failure());
                return plans.isEmpty() ? others : new Found(List.copyOf(plans), others.why());
            }
            plans.add(plan(statement, one, true, repository.redacted(answer.text(), one, generic)));
        }
        return new Found(List.copyOf(plans), "");
    }

    private static ConcretePlan plan(StatementFacts statement, ConcreteStatement one, boolean analysed, String json) {
        return new ConcretePlan(
                statement.queryId(),
                one.draw(),
                one.constants().stream()
                        .map(Constant::from)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .distinct()
                        .toList(),
                analysed,
                json);
    }
}
