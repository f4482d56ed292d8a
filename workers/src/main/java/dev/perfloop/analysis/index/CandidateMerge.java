package dev.perfloop.analysis.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes one index of several where one serves them all. */
final class CandidateMerge {
    private CandidateMerge() {}

    /** Each index that is left, with every priced use it takes over; wider ones first, as they take narrower ones in. */
    static Map<IndexCandidate, List<Priced>> merge(List<Priced> worthwhile) {
        Map<IndexCandidate, List<Priced>> groups = new LinkedHashMap<>();
        worthwhile.stream()
                .sorted(Comparator.comparingInt(
                        (Priced it) -> -it.candidate().columns().size()))
                .forEach(priced -> place(groups, priced));
        return groups;
    }

    private static void place(Map<IndexCandidate, List<Priced>> groups, Priced priced) {
        for (var group : List.copyOf(groups.entrySet())) {
            var common = common(group.getKey(), priced.candidate());
            // The order of the wide one's equalities is settled by the first narrow one that it takes in.
            if (common.isPresent() && keepsEarlier(group.getValue(), common.get())) {
                List<Priced> uses = new ArrayList<>(group.getValue());
                uses.add(priced);
                groups.remove(group.getKey());
                groups.put(common.get(), uses);
                return;
            }
        }
        groups.computeIfAbsent(priced.candidate(), candidate -> new ArrayList<>())
                .add(priced);
    }

    private static boolean keepsEarlier(List<Priced> earlier, IndexCandidate reordered) {
        return earlier.stream()
                .allMatch(priced -> common(reordered, priced.candidate())
                        .filter(reordered::equals)
                        .isPresent());
    }

    /** The wide index, its equality columns reordered where need be, when it serves the narrow one's need too. */
    static Optional<IndexCandidate> common(IndexCandidate wide, IndexCandidate narrow) {
        boolean sameTable = wide.table().schema().equals(narrow.table().schema())
                && wide.table().name().equals(narrow.table().name());
        if (!sameTable
                || !Objects.equals(wide.predicate(), narrow.predicate())
                || wide.columns().size() < narrow.columns().size()) {
            return Optional.empty();
        }
        var wideEqual = wide.columns().subList(0, wide.equalities());
        var narrowEqual = narrow.columns().subList(0, narrow.equalities());
        if (!wideEqual.containsAll(narrowEqual)) {
            return Optional.empty();
        }
        if (narrow.columns().size() == narrow.equalities()) {
            return Optional.of(isPrefix(narrowEqual, wideEqual) ? wide : reordered(wide, narrowEqual));
        }
        var narrowRest =
                narrow.columns().subList(narrow.equalities(), narrow.columns().size());
        var wideRest = wide.columns().subList(wide.equalities(), wide.columns().size());
        boolean serves = wideEqual.size() == narrowEqual.size() && isPrefix(narrowRest, wideRest);
        return serves ? Optional.of(wide) : Optional.empty();
    }

    /** Whether the first columns are these, in any order. */
    private static boolean isPrefix(List<IndexCandidate.Column> shorter, List<IndexCandidate.Column> longer) {
        return longer.size() >= shorter.size()
                && longer.subList(0, shorter.size()).containsAll(shorter);
    }

    private static IndexCandidate reordered(IndexCandidate wide, List<IndexCandidate.Column> first) {
        List<IndexCandidate.Column> columns = new ArrayList<>(first);
        wide.columns().stream().filter(column -> !first.contains(column)).forEach(columns::add);
        return new IndexCandidate(wide.table(), columns, wide.equalities(), wide.partial());
    }
}
