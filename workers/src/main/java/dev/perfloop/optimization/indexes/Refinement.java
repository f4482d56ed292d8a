package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Betters a selection until nothing betters it: leaves indexes out, narrows, reorders, widens and merges them (the
 * transformations of Bruno and Chaudhuri's relaxation, SIGMOD 2005), and grows the set anew without one of them.
 */
final class Refinement {
    private final Ground ground;

    Refinement(Ground ground) {
        this.ground = ground;
    }

    Selection of(Selection start) {
        Selection now = start;
        while (!ground.isOver()) {
            Optional<Selection> better = transformed(now).or(regrown(now));
            if (better.isEmpty()) {
                return now;
            }
            now = better.get();
        }
        return now;
    }

    private Optional<Selection> transformed(Selection now) {
        Selection best = now;
        for (var move : moves(now)) {
            if (ground.isOver()) {
                break;
            }
            Selection moved = ground.changed(now, move.gone(), move.added());
            if (ground.fits(moved) && ground.score(moved) < ground.score(best)) {
                best = moved;
            }
        }
        return best == now ? Optional.empty() : Optional.of(best);
    }

    private record Move(List<CreateIndex> gone, List<CreateIndex> added) {}

    private List<Move> moves(Selection now) {
        List<Move> moves = new ArrayList<>();
        for (var index : now.indexes()) {
            List<CreateIndex> one = List.of(index);
            moves.add(new Move(one, List.of()));
            if (Shape.isOfColumns(index)) {
                Shape.variants(index).forEach(variant -> moves.add(new Move(one, List.of(variant))));
                ground.wider(index).forEach(wider -> moves.add(new Move(one, List.of(wider))));
                ground.covering(index).forEach(wider -> moves.add(new Move(one, List.of(wider))));
                merges(now, index, moves);
            }
        }
        return moves;
    }

    private void merges(Selection now, CreateIndex first, List<Move> moves) {
        for (var second : now.indexes()) {
            if (second != first && Shape.isOfColumns(second)) {
                Shape.merged(first, second, ground.limits.width())
                        .ifPresent(merged -> moves.add(new Move(List.of(first, second), List.of(merged))));
            }
        }
    }

    private Supplier<Optional<Selection>> regrown(Selection now) {
        return () -> {
            for (var index : now.indexes()) {
                Selection without = ground.changed(now, List.of(index), List.of());
                Set<CreateIndex> tabu = new HashSet<>(List.of(index));
                Selection grown = new Extension(ground, ground::score, true).from(without, tabu);
                if (ground.score(grown) < ground.score(now)) {
                    return Optional.of(grown);
                }
            }
            return Optional.empty();
        };
    }
}
