package dev.perfloop.profiling.whatif;

import java.util.Optional;
import java.util.Set;

/** One visit to a planner that can be made to believe in indexes. Ends with the visit. */
public interface Pretence {

    /** @param definition what follows the table's name in CREATE INDEX */
    record Index(String schema, String table, String definition) {}

    /**
     * @param cost in the planner's units, for one call
     * @param used those of the pretended indexes that the plan goes through
     */
    record Planned(double cost, Set<Index> used) {}

    /**
     * With these indexes and no other pretended ones, beside those that exist.
     *
     * @param statement normalised
     * @return empty when it has no plan here
     */
    Optional<Planned> plan(String statement, Set<Index> indexes);

    /** What it would take on disk; empty when such an index cannot be pretended. */
    Optional<Double> bytes(Index index);

    /**
     * How long a call takes with these indexes there, in milliseconds, the shortest of some.
     *
     * @param rowsPerCall that it gives in the service
     * @return empty where nothing can be run, and for a statement that writes or takes too long
     */
    default Optional<Double> milliseconds(String statement, double rowsPerCall, Set<Index> indexes) {
        return Optional.empty();
    }

    /** For a reader: how it is pretended. */
    String how();
}
