package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Looks for the set of indexes that serves a weighted workload best: begins in several ways, betters each, takes the best, and
 * then serves who was hidden. The same questions answered alike give the same set, if the time suffices.
 */
public final class IndexSearch {
    /** Of the time; the rest is for those who are hidden. */
    private static final double SHARE_FOR_ALL = 0.8;

    private IndexSearch() {}

    /** @param seeds what was proposed already; may be of any kind */
    public static Selection best(Demand demand, Prices prices, Limits limits, List<CreateIndex> seeds) {
        return best(demand, prices, limits, seeds, System::nanoTime);
    }

    static Selection best(Demand demand, Prices prices, Limits limits, List<CreateIndex> seeds, LongSupplier nanos) {
        var ground = new Ground(demand, prices, limits, seeds, nanos);
        ground.until(SHARE_FOR_ALL);
        List<Selection> starts = new ArrayList<>();
        starts.add(new Extension(ground, ground::score, true).from(ground.nothing, Set.of()));
        starts.add(new Extension(ground, ground::score, false).from(ground.nothing, Set.of()));
        if (!ground.seeds.isEmpty()) {
            starts.add(ground.changed(ground.nothing, List.of(), ground.seeds));
        }
        Comparator<Selection> byScore = Comparator.comparingDouble(ground::score);
        // The most promising first: there may be no time for the others.
        starts.sort(Comparator.comparing(ground::fits).reversed().thenComparing(byScore));
        Selection best = Stream.concat(
                        Stream.of(ground.nothing), starts.stream().map(new Refinement(ground)::of))
                .filter(ground::fits)
                .min(byScore)
                .orElse(ground.nothing);
        ground.until(1);
        return new Unserved(ground).served(best);
    }

    /** The workload with just these. */
    public static Selection selection(List<CreateIndex> indexes, Demand demand, Prices prices) {
        return Selection.of(indexes, demand, prices);
    }
}
