package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.profiling.IndexFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds existing indexes that already do, or with real values may do, what a candidate would. */
final class Coverage {
    private final List<IndexFacts> existing;

    Coverage(List<IndexFacts> existing) {
        this.existing = existing;
    }

    /** Why the candidate is not needed; empty when no existing index serves its need. */
    Optional<String> of(IndexCandidate candidate, Need need) {
        return ofTable(candidate).stream()
                .filter(IndexFacts::valid)
                .flatMap(index -> reason(index, candidate, need).stream())
                .findFirst();
    }

    private List<IndexFacts> ofTable(IndexCandidate candidate) {
        return existing.stream()
                .filter(index -> index.schema().equals(candidate.table().schema())
                        && index.table().equals(candidate.table().name()))
                .toList();
    }

    private static Optional<String> reason(IndexFacts index, IndexCandidate candidate, Need need) {
        boolean plain = index.keys().stream().allMatch(IndexFacts.Key::column);
        if (!plain || comparesOtherwise(index, candidate)) {
            return Optional.empty();
        }
        if (index.predicate() != null) {
            return servesShape(index, candidate) && mayImply(index.predicate(), need)
                    ? Optional.of("the partial index " + index.name()
                            + " may serve it with real values, which the statement's normalised text does not tell")
                    : Optional.empty();
        }
        if (index.unique() && equalOn(need).containsAll(names(index))) {
            return Optional.of("the unique index " + index.name() + " leaves at most one row");
        }
        return servesShape(index, candidate) ? Optional.of("covered by the index " + index.name()) : Optional.empty();
    }

    /** PostgreSQL prints what is not as the column has it: another collation; an operator class that knows patterns, but no order. */
    private static boolean comparesOtherwise(IndexFacts index, IndexCandidate candidate) {
        String definition = index.made().definition();
        boolean inOrder = candidate.equalities() < candidate.columns().size();
        return definition.contains(" COLLATE ") || inOrder && definition.contains("_pattern_ops");
    }

    private static boolean servesShape(IndexFacts index, IndexCandidate candidate) {
        return switch (index.method()) {
            case "btree" -> startsAlike(index.keys(), candidate);
            case "hash" ->
                candidate.columns().size() == 1
                        && candidate.equalities() == 1
                        && names(index).equals(candidate.names());
            case "brin" ->
                candidate.equalities() == 0
                        && candidate.columns().size() == 1
                        && names(index).containsAll(candidate.names());
            default -> false;
        };
    }

    private static boolean startsAlike(List<IndexFacts.Key> keys, IndexCandidate candidate) {
        if (keys.size() < candidate.columns().size()) {
            return false;
        }
        int equalities = candidate.equalities();
        var names = keys.stream().map(IndexFacts.Key::expression).toList();
        if (!Set.copyOf(names.subList(0, equalities))
                .equals(Set.copyOf(candidate.names().subList(0, equalities)))) {
            return false;
        }
        var rest = candidate.columns().subList(equalities, candidate.columns().size());
        long turned = 0;
        for (int i = 0; i < rest.size(); i++) {
            var key = keys.get(equalities + i);
            if (!key.expression().equals(rest.get(i).name())) {
                return false;
            }
            turned += key.descending() == rest.get(i).descending() ? 0 : 1;
        }
        return turned == 0 || turned == rest.size(); // all turned round: read backwards
    }

    /** A predicate on a column that the statement compares may be implied by the value; the generic plan cannot know. */
    private static boolean mayImply(String predicate, Need need) {
        return need.conditions().stream()
                .filter(Condition.OnColumn.class::isInstance)
                .map(condition -> ((Condition.OnColumn) condition).column())
                .anyMatch(column -> predicate.matches("(?s).*\\b\\Q" + column + "\\E\\b.*"));
    }

    private static Set<String> equalOn(Need need) {
        return need.conditions().stream()
                .filter(condition -> condition instanceof Condition.Equality it && !it.nullTest())
                .map(condition -> ((Condition.Equality) condition).column())
                .collect(Collectors.toSet());
    }

    private static List<String> names(IndexFacts index) {
        return index.keys().stream().map(IndexFacts.Key::expression).toList();
    }
}
