package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Step by step the one addition or widening that gives most for its storage, as Extend does (Schlosser, Kossmann, Boissier, ICDE
 * 2019), and beyond it: an index may be begun with two columns, where the first alone gains nothing, and may carry columns along.
 */
final class Extension {
    private final Ground ground;
    private final ToDoubleFunction<Selection> score;
    private final boolean perByte;

    /** @param perByte false to take what gives most, whatever it takes */
    Extension(Ground ground, ToDoubleFunction<Selection> score, boolean perByte) {
        this.ground = ground;
        this.score = score;
        this.perByte = perByte;
    }

    /** @param tabu never taken in */
    Selection from(Selection start, Set<CreateIndex> tabu) {
        Selection now = start;
        while (!ground.isOver()) {
            Step best = best(now, tabu);
            if (best == null) {
                return now;
            }
            now = best.to();
        }
        return now;
    }

    private record Step(Selection to, double worth) {}

    private @Nullable Step best(Selection now, Set<CreateIndex> tabu) {
        Step best = null;
        for (var index : ground.firsts()) {
            if (!now.indexes().contains(index)) {
                best = better(best, now, List.of(), index, tabu);
            }
        }
        for (var index : now.indexes()) {
            for (var wider : widened(index)) {
                best = better(best, now, List.of(index), wider, tabu);
            }
        }
        return best != null || ground.isOver() ? best : pairs(now, tabu);
    }

    /** Two columns at once, only where no single one helps any more: there are many. */
    private @Nullable Step pairs(Selection now, Set<CreateIndex> tabu) {
        Step best = null;
        for (var first : ground.firsts()) {
            for (var pair : widened(first)) {
                if (!now.indexes().contains(pair)) {
                    best = better(best, now, List.of(), pair, tabu);
                }
            }
        }
        return best;
    }

    private List<CreateIndex> widened(CreateIndex index) {
        List<CreateIndex> widened = new ArrayList<>(ground.wider(index));
        widened.addAll(ground.covering(index));
        return widened;
    }

    private @Nullable Step better(
            @Nullable Step best, Selection now, List<CreateIndex> gone, CreateIndex added, Set<CreateIndex> tabu) {
        double bytes = ground.prices.bytes(added) - ground.prices.bytes(gone);
        if (ground.isOver()
                || tabu.contains(added)
                || now.indexes().contains(added)
                || now.bytes() + bytes > ground.limits.bytes()) {
            return best;
        }
        Selection to = ground.changed(now, gone, List.of(added));
        double gain = score.applyAsDouble(now) - score.applyAsDouble(to);
        double worth = perByte ? gain / Math.max(1, bytes) : gain;
        return gain > 0 && (best == null || worth > best.worth()) ? new Step(to, worth) : best;
    }
}
