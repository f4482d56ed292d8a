package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Move, Double> hopes = new HashMap<>();

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

    private record Move(List<CreateIndex> gone, CreateIndex added) {}

    private record Step(Selection to, double worth) {}

    /** Two columns at once only where no single one helps any more: there are many. */
    private @Nullable Step best(Selection now, Set<CreateIndex> tabu) {
        Step best = best(moves(now), now, tabu);
        return best != null || ground.isOver() ? best : best(added(ground.pairs()), now, tabu);
    }

    /** What gave much at the step before is asked first, and the rest only while it might give more: gains shrink as a set grows. */
    private @Nullable Step best(List<Move> moves, Selection now, Set<CreateIndex> tabu) {
        Step best = null;
        moves.sort(Comparator.comparingDouble(this::hoped).reversed());
        for (var move : moves) {
            if (ground.isOver() || best != null && hoped(move) <= best.worth()) {
                return best;
            }
            if (isPossible(move, now, tabu)) {
                Step step = step(move, now);
                hopes.put(move, step.worth());
                best = step.worth() > 0 && (best == null || step.worth() > best.worth()) ? step : best;
            }
        }
        return best;
    }

    private List<Move> moves(Selection now) {
        List<Move> moves = added(ground.firsts());
        for (var index : now.indexes()) {
            widened(index).forEach(wider -> moves.add(new Move(List.of(index), wider)));
        }
        return moves;
    }

    private static List<Move> added(List<CreateIndex> indexes) {
        List<Move> moves = new ArrayList<>();
        indexes.forEach(index -> moves.add(new Move(List.of(), index)));
        return moves;
    }

    private double hoped(Move move) {
        return hopes.getOrDefault(move, Double.MAX_VALUE);
    }

    private boolean isPossible(Move move, Selection now, Set<CreateIndex> tabu) {
        return !tabu.contains(move.added())
                && !now.indexes().contains(move.added())
                && now.bytes() + bytes(move) <= ground.limits.bytes();
    }

    private Step step(Move move, Selection now) {
        Selection to = ground.changed(now, move.gone(), List.of(move.added()));
        double gain = score.applyAsDouble(now) - score.applyAsDouble(to);
        return new Step(to, perByte ? gain / Math.max(1, bytes(move)) : gain);
    }

    private double bytes(Move move) {
        return ground.prices.bytes(move.added()) - ground.prices.bytes(move.gone());
    }

    private List<CreateIndex> widened(CreateIndex index) {
        List<CreateIndex> widened = new ArrayList<>(ground.wider(index));
        widened.addAll(ground.covering(index));
        return widened;
    }
}
