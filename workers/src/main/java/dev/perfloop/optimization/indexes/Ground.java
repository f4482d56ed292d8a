package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** What one search goes over: the demand, its prices and limits, and the columns an index may have. */
final class Ground {
    /** An index that takes less than this share off the workload's cost is not worth its name. As in Extend's published settings. */
    private static final double LEAST = 0.003;

    final Demand demand;
    final Prices prices;
    final Limits limits;
    final List<CreateIndex> seeds;
    final Selection nothing;
    private final List<CreateIndex> firsts;
    private final Map<CreateIndex, List<CreateIndex>> wider = new HashMap<>();
    private final Map<CreateIndex, List<CreateIndex>> covering = new HashMap<>();
    private final LongSupplier nanos;
    private final long begin;
    private double share = 1;

    /** @param nanos since any moment */
    Ground(Demand demand, Prices prices, Limits limits, List<CreateIndex> seeds, LongSupplier nanos) {
        this.demand = demand;
        this.prices = prices;
        this.limits = limits;
        this.seeds = seeds.stream()
                .distinct()
                .sorted(Comparator.comparing(CreateIndex::pretended))
                .toList();
        this.nanos = nanos;
        begin = nanos.getAsLong();
        nothing = Selection.of(List.of(), demand, prices);
        firsts = everyFirst().stream().filter(this::couldFit).toList();
    }

    /** From now on it is over when this share of the time has passed. */
    void until(double shareOfTime) {
        share = shareOfTime;
    }

    boolean isOver() {
        return nanos.getAsLong() - begin > share * limits.time().toNanos();
    }

    boolean fits(Selection selection) {
        return selection.bytes() <= limits.bytes();
    }

    Selection changed(Selection from, Collection<CreateIndex> gone, Collection<CreateIndex> added) {
        return from.replacing(gone, added, demand, prices);
    }

    /** Lower is better: what the workload costs, and a little for each index. */
    double score(Selection selection) {
        return selection.total() + LEAST * nothing.total() * selection.indexes().size();
    }

    /** One index for each column, and what was proposed. */
    List<CreateIndex> firsts() {
        return firsts;
    }

    private Set<CreateIndex> everyFirst() {
        Set<CreateIndex> every = new LinkedHashSet<>(seeds);
        var columns = new TreeMap<String, CreateIndex>();
        for (var query : demand.queries()) {
            for (var need : query.needs()) {
                for (var column : need.columns()) {
                    var index = Shape.on(need.table(), List.of(column));
                    columns.put(index.pretended(), index);
                }
            }
        }
        every.addAll(columns.values());
        return every;
    }

    /** The index with one more key, of the columns that some query needs of the table together with one of its own. */
    List<CreateIndex> wider(CreateIndex index) {
        return wider.computeIfAbsent(index, it -> {
            Set<String> columns = new TreeSet<>();
            if (Shape.isOfColumns(it) && it.keys().size() < limits.width()) {
                needs(it).forEach(need -> columns.addAll(need.columns()));
            }
            return columns.stream()
                    .flatMap(column -> Shape.extended(it, column).stream())
                    .filter(this::couldFit)
                    .toList();
        });
    }

    /** The index carrying along all that one of the queries needs of the table. */
    List<CreateIndex> covering(CreateIndex index) {
        return covering.computeIfAbsent(
                index,
                it -> Shape.isOfColumns(it)
                        ? needs(it).stream()
                                .flatMap(need -> Shape.covering(it, need.columns()).stream())
                                .distinct()
                                .filter(this::couldFit)
                                .toList()
                        : List.of());
    }

    boolean couldFit(CreateIndex index) {
        return prices.bytes(index) <= limits.bytes();
    }

    private List<Query.Need> needs(CreateIndex index) {
        TableName table = index.table();
        return demand.queries().stream()
                .filter(query -> query.concerns(index))
                .flatMap(query -> query.needOf(table).stream())
                .filter(need -> need.columns().stream().anyMatch(Shape.keys(index)::contains))
                .toList();
    }
}
