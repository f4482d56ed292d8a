package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.pricing.IndexSet.Dropped;
import dev.perfloop.optimization.pricing.IndexSet.Measured;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.profiling.whatif.Pretence;
import dev.perfloop.profiling.whatif.Pretence.Index;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Runs the statements that a set of indexes is for, without and with it, and takes out of the set what makes one of them slower:
 * planned cost is a poor promise of time.
 */
final class Rehearsal {
    /** So much slower is more than noise and worse than what the plan promised. */
    private static final double SLOWER = 1.5;

    /** Differences below are those of the machine. */
    private static final double LEAST_MS = 0.5;

    record Statement(String id, String text, double rowsPerCall) {}

    record Outcome(List<CreateIndex> kept, List<Measured> measured, List<Dropped> dropped) {}

    private final Pretence copy;
    private final long end;
    private final List<Member> kept;
    private final List<Dropped> dropped = new ArrayList<>();

    Rehearsal(Pretence copy, List<Member> members, Duration longest) {
        this.copy = copy;
        this.kept = new ArrayList<>(members);
        end = System.nanoTime() + longest.toNanos();
    }

    /** @param worth of a member to the whole workload: of two that could go, the lesser goes */
    Outcome of(List<Statement> statements, ToDoubleFunction<Member> worth) {
        List<Measured> measured = new ArrayList<>();
        for (var statement : statements) {
            if (System.nanoTime() < end && isServed(statement)) {
                measured(statement, worth).ifPresent(measured::add);
            }
        }
        return new Outcome(kept.stream().map(Member::index).toList(), measured, dropped);
    }

    private boolean isServed(Statement statement) {
        return kept.stream().anyMatch(member -> member.serves().contains(statement.id()));
    }

    private Optional<Measured> measured(Statement statement, ToDoubleFunction<Member> worth) {
        var before = milliseconds(statement, List.of());
        var after = before.flatMap(ms -> milliseconds(statement, kept));
        while (before.isPresent() && after.isPresent() && isSlower(before.get(), after.get())) {
            var culprit = culprit(statement, worth);
            if (culprit.isEmpty()) {
                break;
            }
            kept.remove(culprit.get());
            dropped.add(new Dropped(
                    culprit.get().definition(),
                    String.format(
                            Locale.ROOT,
                            "with it statement %s took %.1f ms instead of %.1f on a copy",
                            statement.id(),
                            after.get(),
                            before.get())));
            after = milliseconds(statement, kept);
        }
        return before.isPresent() && after.isPresent()
                ? Optional.of(new Measured(statement.id(), before.get(), after.get()))
                : Optional.empty();
    }

    private static boolean isSlower(double before, double after) {
        return after > SLOWER * before && after - before > LEAST_MS;
    }

    private Optional<Member> culprit(Statement statement, ToDoubleFunction<Member> worth) {
        return kept.stream()
                .filter(member -> member.serves().contains(statement.id()))
                .min((one, other) -> Double.compare(worth.applyAsDouble(one), worth.applyAsDouble(other)));
    }

    private Optional<Double> milliseconds(Statement statement, List<Member> with) {
        Set<Index> indexes = new HashSet<>();
        with.forEach(member -> indexes.add(TargetPlanner.pretended(member.index())));
        return copy.milliseconds(statement.text(), statement.rowsPerCall(), indexes);
    }
}
