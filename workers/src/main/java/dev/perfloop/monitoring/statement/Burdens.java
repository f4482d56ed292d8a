package dev.perfloop.monitoring.statement;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.statement.Burden.Kind;
import dev.perfloop.monitoring.store.Samples;
import dev.perfloop.monitoring.store.SeriesRepository;
import dev.perfloop.trend.StatementUse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * Finds statements that became a burden, once an hour and target, and tells of them at every assessment as series of their own: so
 * they have thresholds, alerts and charts like all others. A statement that anything was ever found of is told of from then on,
 * for silence would be no recovery.
 */
@Service
public class Burdens {
    private static final Duration LOOKED_AT = Duration.ofDays(14);

    private final StatementHistoryRepository history;
    private final BurdenRepository rows;
    private final PlanLook plans;
    private final SeriesRepository series;
    private final Samples samples;
    private final Map<String, Instant> lookedUntil = new ConcurrentHashMap<>();

    Burdens(
            StatementHistoryRepository history,
            BurdenRepository rows,
            PlanLook plans,
            SeriesRepository series,
            Samples samples) {
        this.history = history;
        this.rows = rows;
        this.plans = plans;
        this.series = series;
        this.samples = samples;
    }

    /**
     * Keeps what is found as readings of this moment.
     *
     * @param definition the target's file
     */
    public void note(String target, String definition, Instant now, ZoneId zone) {
        history.hoursUntil()
                .filter(until -> !until.equals(lookedUntil.get(target)))
                .ifPresent(until -> {
                    search(target, definition, until, now, zone);
                    lookedUntil.put(target, until);
                });
        var measured = measured(target);
        if (!measured.isEmpty()) {
            samples.keep(target, List.of(new Reading(Source.ANALYSIS, now, 0, measured)), () -> {});
        }
    }

    private void search(String target, String definition, Instant until, Instant now, ZoneId zone) {
        Map<String, List<StatementUse>> uses = history.uses(target, until.minus(LOOKED_AT), until);
        if (uses.isEmpty()) {
            return;
        }
        plans.look(target, definition, uses, now);
        var search = new BurdenSearch(
                uses,
                history.plans(target, until.minus(BurdenSearch.LATELY)),
                history.drops(target, until.minus(BurdenSearch.LATELY)),
                until,
                zone);
        rows.keep(target, search.all(), now);
    }

    private List<Measured> measured(String target) {
        List<Measured> measured = new ArrayList<>();
        Map<Kind, Set<String>> told = new HashMap<>();
        var titles = rows.titles(target);
        for (var burden : rows.open(target)) {
            told.computeIfAbsent(burden.kind(), kind -> new HashSet<>()).add(burden.statement());
            measured.add(burden.kind()
                    .series(burden.statement(), titles.getOrDefault(burden.statement(), burden.statement()))
                    .at(burden.figure()));
        }
        for (var kind : Kind.values()) {
            for (String statement : series.subjects(target, kind.metric())) {
                if (!told.getOrDefault(kind, Set.of()).contains(statement)) {
                    measured.add(kind.series(statement, titles.getOrDefault(statement, statement))
                            .at(kind.calm()));
                }
            }
        }
        return measured;
    }
}
