package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.pricing.IndexSet.Dropped;
import dev.perfloop.optimization.pricing.IndexSet.Measured;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.profiling.whatif.Pretence;
import dev.perfloop.profiling.whatif.Pretence.Index;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
    /**
     * An index that takes more off the workload than this, and than what the statement loses by it, stays: the slower statement is told to
     * whoever decides.
     */
    private static final double PILLAR = 0.05;

    /** @param share of the workload, 0 to 1 */
    record Statement(String id, String text, double rowsPerCall, double share) {}

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

    /** @param worth of a member: what it takes off the whole workload, as a share of it; of two that could go, the lesser goes */
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
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        double without = before.get();
        double with = after.get();
        while (new Measured(statement.id(), without, with).isSlower()) {
            // Somebody else may have had the CPU: both once more.
            without = Math.min(without, milliseconds(statement, List.of()).orElse(without));
            with = Math.min(with, milliseconds(statement, kept).orElse(with));
            var cure = new Measured(statement.id(), without, with).isSlower()
                    ? cure(statement, without, with, worth)
                    : Optional.<Cure>empty();
            if (cure.isEmpty()) {
                break;
            }
            drop(cure.get().culprit(), statement, without, with);
            with = cure.get().ms();
        }
        return Optional.of(new Measured(statement.id(), without, with));
    }

    private record Cure(Member culprit, double ms, double worth) {}

    /** Of those without which the statement is not slower, the one that the workload misses least. */
    private Optional<Cure> cure(Statement statement, double before, double after, ToDoubleFunction<Member> worth) {
        double lost = statement.share() * (after / before - 1);
        List<Cure> cures = kept.stream()
                .filter(member -> member.serves().contains(statement.id()))
                .filter(member -> worth.applyAsDouble(member) <= Math.max(PILLAR, lost))
                .flatMap(member -> milliseconds(statement, others(member)).stream()
                        .map(ms -> new Cure(member, ms, worth.applyAsDouble(member))))
                .toList();
        return cures.stream()
                .filter(it -> !new Measured(statement.id(), before, it.ms()).isSlower())
                .min(Comparator.comparingDouble(Cure::worth))
                .or(() -> cures.stream()
                        .filter(it -> new Measured(statement.id(), it.ms(), after).isSlower())
                        .min(Comparator.comparingDouble(Cure::ms)));
    }

    private List<Member> others(Member member) {
        return kept.stream().filter(it -> !it.equals(member)).toList();
    }

    private void drop(Member culprit, Statement statement, double before, double after) {
        kept.remove(culprit);
        dropped.add(new Dropped(
                culprit.definition(),
                String.format(
                        Locale.ROOT,
                        "with it statement %s took %.1f ms instead of %.1f on a copy",
                        statement.id(),
                        after,
                        before)));
    }

    private Optional<Double> milliseconds(Statement statement, List<Member> with) {
        Set<Index> indexes = new HashSet<>();
        with.forEach(member -> indexes.add(TargetPlanner.pretended(member.index())));
        return copy.milliseconds(statement.text(), statement.rowsPerCall(), indexes);
    }
}
