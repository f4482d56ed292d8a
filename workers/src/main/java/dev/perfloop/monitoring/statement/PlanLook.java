package dev.perfloop.monitoring.statement;

import dev.perfloop.profiling.Glances;
import dev.perfloop.profiling.PlanGlance;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import dev.perfloop.trend.StatementUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the target's planner how it would run its heaviest statements now. What cannot be asked is asked again in an hour. */
@Component
class PlanLook {
    private static final Logger LOG = LoggerFactory.getLogger(PlanLook.class);
    private static final int HEAVIEST = 10;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Glances glances;
    private final TargetReader reader;
    private final StatementHistoryRepository history;

    PlanLook(Glances glances, TargetReader reader, StatementHistoryRepository history) {
        this.glances = glances;
        this.reader = reader;
        this.history = history;
    }

    void look(String target, String definition, Map<String, List<StatementUse>> uses, Instant now) {
        Instant since = now.minus(A_DAY);
        var heaviest = uses.entrySet().stream()
                .filter(it -> it.getValue().getLast().from().isAfter(since))
                .sorted((one, other) -> Double.compare(total(other.getValue(), since), total(one.getValue(), since)))
                .limit(HEAVIEST)
                .map(Map.Entry::getKey)
                .toList();
        try {
            Map<String, PlanGlance> seen = glances.plans(reader.read(definition), heaviest);
            seen.forEach((statement, plan) -> history.keep(target, statement, plan.shape(), plan.cost(), now));
        } catch (TargetUnavailable | TargetRefused | StatementFailed silent) {
            LOG.info("action=look-at-plans target={} result=silent why=\"{}\"", target, silent.getMessage());
        }
    }

    private static double total(List<StatementUse> its, Instant since) {
        return its.stream()
                .filter(it -> it.from().isAfter(since))
                .mapToDouble(StatementUse::totalMs)
                .sum();
    }
}
