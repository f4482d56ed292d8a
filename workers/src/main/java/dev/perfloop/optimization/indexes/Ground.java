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
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What one search goes over: the demand, its prices and limits, and the columns an index may have. */
final class Ground {
    /**
     * An index that takes a smaller share off what the workload costs without any is not worth its name. Extend's published setting
     * is twice that, of what is left by then: it goes on where little is left, and stops earlier where much is.
     */
    private static final double LEAST = 0.0015;

    /** One more column in an index that is there anyway: a fifth of that. */
    private static final double LEAST_FOR_COLUMN = LEAST / 5;

    final Demand demand;
    final Prices prices;
    final Limits limits;
    final List<CreateIndex> seeds;
    final Selection nothing;
    private @Nullable List<CreateIndex> firsts;
    private @Nullable List<CreateIndex> pairs;
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

    /** Lower is better: what the workload costs, and a little for each index and column. */
    double score(Selection selection) {
        int columns = 0;
        for (var index : selection.indexes()) {
            columns += index.keys().size() + index.include().size() - 1;
        }
        return selection.total()
                + nothing.total() * (LEAST * selection.indexes().size() + LEAST_FOR_COLUMN * columns);
    }

    /** What a set can be begun with: an index on one column, and what was proposed. */
    List<CreateIndex> firsts() {
        if (firsts == null) {
            Set<CreateIndex> all = new LinkedHashSet<>(seeds);
            all.addAll(new Beginnings(this).singles());
            firsts = all.stream().filter(this::couldFit).toList();
        }
        return firsts;
    }

    /** Or an index on two. */
    List<CreateIndex> pairs() {
        if (pairs == null) {
            pairs = new Beginnings(this).pairs();
        }
        return pairs;
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
