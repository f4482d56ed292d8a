package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.StatementCounters;
import dev.perfloop.profiling.postgres.StatementsRepository.Reset;
import java.util.List;

/**
 * What each statement of a target has cost since the counters were reset, for those who look again and again.
 *
 * @param reset when that was, in the server's words; empty where it does not say
 * @param agoSeconds how long ago; not a number where it does not say
 */
public record StatementGlance(String reset, double agoSeconds, List<Statement> statements) {

    /** @param blocks of shared buffers, found there or read */
    public record Statement(long queryId, String query, long calls, double totalMs, long blocks, long tempBlocks) {}

    static StatementGlance of(Reset reset, List<StatementCounters> counters) {
        return new StatementGlance(
                reset.last(),
                reset.agoSeconds(),
                counters.stream()
                        .map(it -> new Statement(
                                it.queryId(),
                                it.query(),
                                it.calls(),
                                it.totalMs(),
                                it.sharedBlocksHit() + it.sharedBlocksRead(),
                                it.tempBlocks()))
                        .toList());
    }
}
