package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Query.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a set can be begun with. A statement is asked about many indexes at once, and again without those that its plan chose, until
 * it chooses none: what is left then is of no use to it, and a few questions have told what one for each index would have.
 */
final class Beginnings {
    /** Offered at once; a planner takes longer the more there are. */
    private static final int AT_ONCE = 24;

    private final Ground ground;

    Beginnings(Ground ground) {
        this.ground = ground;
    }

    /** Indexes on one column that some statement would go through. */
    List<CreateIndex> singles() {
        Set<CreateIndex> wanted = new LinkedHashSet<>();
        for (var query : ground.demand.queries()) {
            for (var need : query.needs()) {
                want(query, need.columns().stream().map(column -> Shape.on(need.table(), List.of(column))), wanted);
            }
        }
        return sorted(wanted);
    }

    /** Indexes on two columns, or with all that a statement needs carried along, that some statement would go through. */
    List<CreateIndex> pairs() {
        Set<CreateIndex> wanted = new LinkedHashSet<>();
        for (var query : ground.demand.queries()) {
            for (var need : query.needs()) {
                want(query, pairs(need).stream(), wanted);
            }
        }
        return sorted(wanted);
    }

    private List<CreateIndex> pairs(Need need) {
        List<String> keys = new ArrayList<>(need.searched());
        keys.addAll(need.ordered());
        List<CreateIndex> pairs = new ArrayList<>();
        for (var first : keys) {
            var single = Shape.on(need.table(), List.of(first));
            for (var second : keys) {
                if (ground.limits.width() > 1) {
                    Shape.extended(single, second).ifPresent(pairs::add);
                }
            }
            Shape.covering(single, need.columns()).ifPresent(pairs::add);
        }
        return pairs;
    }

    private void want(Query query, Stream<CreateIndex> some, Set<CreateIndex> wanted) {
        List<CreateIndex> offered = some.filter(ground::couldFit).toList();
        for (int from = 0; from < offered.size() && !ground.isOver(); from += AT_ONCE) {
            wanted.addAll(ground.prices.wanted(query, offered.subList(from, Math.min(offered.size(), from + AT_ONCE))));
        }
    }

    private static List<CreateIndex> sorted(Collection<CreateIndex> indexes) {
        return indexes.stream()
                .sorted(Comparator.comparing(CreateIndex::pretended))
                .toList();
    }
}
