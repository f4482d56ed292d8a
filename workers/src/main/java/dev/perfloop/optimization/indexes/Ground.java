package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one search goes over: the demand, its prices and limits, and the columns an index may have. */
final class Ground {
    /** An index that takes less than this share off the workload's cost is not worth its name. As in Extend's published settings. */
    private static final double LEAST = 0.003;

    final Demand demand;
    final Prices prices;
    final Limits limits;
    final List<CreateIndex> seeds;
    final Selection nothing;
    private final long end;

    Ground(Demand demand, Prices prices, Limits limits, List<CreateIndex> seeds) {
        this.demand = demand;
        this.prices = prices;
        this.limits = limits;
        this.seeds = seeds.stream()
                .distinct()
                .sorted(Comparator.comparing(CreateIndex::pretended))
                .toList();
        end = System.nanoTime() + limits.time().toNanos();
        nothing = Selection.of(List.of(), demand, prices);
    }

    boolean isOver() {
        return System.nanoTime() > end;
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

    /** One index for each column that is searched or ordered by, and what was proposed. */
    List<CreateIndex> firsts() {
        Set<CreateIndex> firsts = new LinkedHashSet<>(seeds);
        var columns = new TreeMap<String, CreateIndex>();
        for (var query : demand.queries()) {
            for (var need : query.needs()) {
                for (var column : need.columns()) {
                    var index = Shape.on(need.table(), List.of(column));
                    columns.put(index.pretended(), index);
                }
            }
        }
        firsts.addAll(columns.values());
        return firsts.stream().filter(this::couldFit).toList();
    }

    /** Columns that some query needs of the table together with one of the index's own. */
    Set<String> extensions(CreateIndex index) {
        Set<String> columns = new TreeSet<>();
        if (Shape.isOfColumns(index)) {
            needs(index).forEach(need -> columns.addAll(need.columns()));
            columns.removeAll(Shape.keys(index));
        }
        return columns;
    }

    /** The index carrying along all that one of the queries needs of the table. */
    List<CreateIndex> covering(CreateIndex index) {
        return Shape.isOfColumns(index)
                ? needs(index).stream()
                        .flatMap(need -> Shape.covering(index, need.columns()).stream())
                        .distinct()
                        .filter(this::couldFit)
                        .toList()
                : List.of();
    }

    List<CreateIndex> wider(CreateIndex index) {
        List<CreateIndex> wider = new ArrayList<>();
        if (index.keys().size() < limits.width()) {
            extensions(index).forEach(column -> Shape.extended(index, column).ifPresent(wider::add));
        }
        return wider;
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
