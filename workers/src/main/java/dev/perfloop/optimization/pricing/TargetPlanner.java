package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.optimization.indexes.Planner;
import dev.perfloop.optimization.indexes.Query;
import dev.perfloop.profiling.IndexSize;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.whatif.Pretence;
import dev.perfloop.profiling.whatif.Pretence.Index;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers a search with what the target's own planner says. */
public final class TargetPlanner implements Planner {
    private static final Price NOT_KNOWN = new Price(0, Set.of());

    private final Pretence pretence;
    private final Function<CreateIndex, Optional<TableFacts>> tables;
    private final Map<Index, CreateIndex> indexes = new HashMap<>();

    public TargetPlanner(Pretence pretence, Function<CreateIndex, Optional<TableFacts>> tables) {
        this.pretence = pretence;
        this.tables = tables;
    }

    @Override
    public Price price(Query query, Set<CreateIndex> offered) {
        Set<Index> pretended = new HashSet<>();
        offered.forEach(index -> pretended.add(known(index)));
        return pretence.plan(query.text(), pretended)
                .map(planned -> new Price(planned.cost(), created(planned.used())))
                .orElse(NOT_KNOWN);
    }

    /** Infinite for what cannot be pretended, so that no set takes it in. */
    @Override
    public double bytes(CreateIndex index) {
        return forecast(index).or(() -> pretence.bytes(known(index))).orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * The same for an index that is advised, where it may cost something to build it on a copy: what a part of the table takes is too much
     * where keys repeat, what the statistics say is too much where columns depend on each other.
     */
    public double size(CreateIndex index) {
        return Math.min(bytes(index), pretence.bytes(known(index)).orElse(Double.POSITIVE_INFINITY));
    }

    /** HypoPG knows nothing of repeated keys, which B-trees keep once; in a part of a table they are repeated less. */
    private Optional<Double> forecast(CreateIndex index) {
        boolean ofColumns = index.method().equals("btree")
                && index.predicate() == null
                && index.keys().stream().noneMatch(IndexKey::expression);
        return ofColumns
                ? tables.apply(index)
                        .map(table -> IndexSize.of(
                                table,
                                index.keys().stream().map(IndexKey::column).toList(),
                                index.include()))
                : Optional.empty();
    }

    private Index known(CreateIndex index) {
        var pretended = pretended(index);
        indexes.put(pretended, index);
        return pretended;
    }

    static Index pretended(CreateIndex index) {
        return new Index(index.table().schema(), index.table().name(), index.definition());
    }

    private Set<CreateIndex> created(Set<Index> used) {
        Set<CreateIndex> created = new HashSet<>();
        used.forEach(index -> Optional.ofNullable(indexes.get(index)).ifPresent(created::add));
        return created;
    }
}
