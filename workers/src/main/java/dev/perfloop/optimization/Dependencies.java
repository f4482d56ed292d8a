package dev.perfloop.optimization;

import dev.perfloop.change.Change;
import dev.perfloop.change.CreateExtension;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.RefreshStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change of a plan rests on: others that are done ahead of it, and without which it is not to be done. */
final class Dependencies {
    /** Operator classes with the contrib module of PostgreSQL that brings each. */
    private static final Map<String, String> BROUGHT_BY = Map.of("gin_trgm_ops", "pg_trgm", "gist_trgm_ops", "pg_trgm");

    private Dependencies() {}

    /** Why the one needs the other, as half a sentence; empty when it does not. */
    static Optional<String> why(Change change, Change other) {
        return change instanceof CreateIndex index ? why(index, other) : Optional.empty();
    }

    private static Optional<String> why(CreateIndex index, Change other) {
        return switch (other) {
            case CreateExtension extension ->
                index.keys().stream()
                        .flatMap(key -> Stream.ofNullable(key.opclass()))
                        .filter(opclass -> extension.name().equals(BROUGHT_BY.get(opclass)))
                        .findFirst()
                        .map(opclass -> "its operator class " + opclass + " comes with " + extension.name());
            case RefreshStatistics refresh
            when refresh.table().equals(index.table()) ->
                Optional.of("the planner chooses it by the statistics of " + index.table()
                        + ", which are not true as they are");
            default -> Optional.empty();
        };
    }

    /** The same changes in the same order, but that what another needs comes ahead of it. */
    static List<PlannedChange> neededFirst(List<PlannedChange> wished) {
        List<PlannedChange> ordered = new ArrayList<>();
        wished.forEach(planned -> place(planned, wished, ordered));
        return ordered;
    }

    private static void place(PlannedChange planned, List<PlannedChange> all, List<PlannedChange> ordered) {
        if (!ordered.contains(planned)) {
            all.stream()
                    .filter(other -> why(planned.change(), other.change()).isPresent())
                    .forEach(other -> place(other, all, ordered));
            ordered.add(planned);
        }
    }
}
