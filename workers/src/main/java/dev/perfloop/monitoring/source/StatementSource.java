package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.series.SeriesKey.gauge;
import static dev.perfloop.monitoring.series.SeriesKey.rate;
import static dev.perfloop.monitoring.series.Source.STATEMENTS;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.store.SeriesRepository;
import dev.perfloop.profiling.Glances;
import dev.perfloop.profiling.StatementGlance;
import dev.perfloop.profiling.StatementGlance.Statement;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What each statement costs. A statement has series from when it is first among the heaviest of a reading, and keeps them, so
 * that one that grows light is seen to.
 */
@Component
class StatementSource implements MetricSource {
    private static final int HEAVIEST = 20;
    /** Those that took the most time so far; the others are noticed when they have joined them. */
    private static final int WATCHED = 1000;

    private static final int TITLE = 160;
    private static final SeriesKey CALLS = rate(STATEMENTS, "statement_calls_per_second", "1/s");
    private static final SeriesKey LOAD = rate(STATEMENTS, "statement_load", "1");
    private static final SeriesKey MEAN = gauge(STATEMENTS, "statement_mean_ms", "ms");
    private static final SeriesKey BLOCKS = gauge(STATEMENTS, "statement_blocks_per_call", "1");
    private static final SeriesKey TEMP = rate(STATEMENTS, "statement_temp_blocks_per_second", "1/s");

    private final Glances glances;
    private final SeriesRepository series;

    StatementSource(Glances glances, SeriesRepository series) {
        this.glances = glances;
        this.series = series;
    }

    @Override
    public Source source() {
        return STATEMENTS;
    }

    @Override
    public boolean serves(Target target) {
        return true;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Told ask(Target target, Instant at) throws SourceSilent {
        try {
            var glance = glances.statements(target)
                    .orElseThrow(() -> new SourceSilent("pg_stat_statements is not there: CREATE EXTENSION"
                            + " pg_stat_statements, and name it in shared_preload_libraries"));
            return told(glance, at, series.subjects(target.name(), LOAD.metric()));
        } catch (TargetUnavailable | TargetRefused | StatementFailed silent) {
            throw new SourceSilent(String.valueOf(silent.getMessage()));
        }
    }

    private static Told told(StatementGlance glance, Instant at, Set<String> followed) {
        var watched = glance.statements().stream()
                .sorted(Comparator.comparingDouble(Statement::totalMs).reversed())
                .limit(WATCHED)
                .toList();
        Map<String, Double> counters = new HashMap<>();
        for (var statement : watched) {
            counters.put("calls " + statement.queryId(), (double) statement.calls());
            counters.put("ms " + statement.queryId(), statement.totalMs());
            counters.put("blocks " + statement.queryId(), (double) statement.blocks());
            counters.put("temp " + statement.queryId(), (double) statement.tempBlocks());
        }
        boolean complete = watched.size() == glance.statements().size();
        return new Told(
                new Counters(at, glance.reset(), glance.agoSeconds(), complete, counters),
                List.of(),
                growth -> rates(watched, growth, followed));
    }

    private static List<Measured> rates(List<Statement> watched, Growth growth, Set<String> followed) {
        var heaviest = watched.stream()
                .filter(it -> growth.of("ms " + it.queryId()) > 0)
                .sorted(Comparator.comparingDouble((Statement it) -> growth.of("ms " + it.queryId()))
                        .reversed())
                .limit(HEAVIEST)
                .map(Statement::queryId)
                .toList();
        List<Measured> rates = new ArrayList<>();
        for (var statement : watched) {
            String id = String.valueOf(statement.queryId());
            if (heaviest.contains(statement.queryId()) || followed.contains(id)) {
                String title = title(statement.query());
                double calls = growth.of("calls " + id);
                rates.add(CALLS.of(id, title).at(growth.rate("calls " + id)));
                rates.add(LOAD.of(id, title).at(growth.rate("ms " + id) / 1000));
                rates.add(MEAN.of(id, title).at(growth.of("ms " + id) / calls));
                rates.add(BLOCKS.of(id, title).at(growth.of("blocks " + id) / calls));
                rates.add(TEMP.of(id, title).at(growth.rate("temp " + id)));
            }
        }
        return rates;
    }

    private static String title(String query) {
        String line = query.replaceAll("\\s+", " ").strip();
        return line.length() <= TITLE ? line : line.substring(0, TITLE - 1) + "…";
    }
}
