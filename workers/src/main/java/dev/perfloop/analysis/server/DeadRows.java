package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.ServerFacts.OpenTransaction;
import dev.perfloop.profiling.TableFacts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Row versions that vacuum has not removed, and what keeps it from them. */
final class DeadRows {
    /** {@code autovacuum_vacuum_scale_factor} and {@code autovacuum_vacuum_threshold} by default, PostgreSQL's manual 19.10. */
    private static final double SCALE_FACTOR = 0.2;

    private static final long THRESHOLD = 50;

    /** Younger transactions hold vacuum back as well, but nobody notices. */
    private static final double OLD_SECONDS = 10;

    /** Fewer cost nobody anything. */
    private static final long MANY = 10_000;

    private DeadRows() {}

    /** Sessions report what they deleted up to a minute late (PostgreSQL's manual, 27.2.1), so maybe after the vacuum that cleared it. */
    private static final Duration LATE = Duration.ofMinutes(2);

    /** Vacuum would have been due: beyond what its defaults let pass, the one with most first. */
    static List<TableFacts> overdue(Workload workload) {
        boolean held = oldHolder(workload).isPresent();
        return workload.profile().tables().stream()
                .filter(table -> held || !isJustVacuumed(table, workload))
                .filter(table -> table.upkeep().deadRows() >= MANY
                        && table.upkeep().deadRows()
                                > THRESHOLD + SCALE_FACTOR * table.upkeep().liveRows())
                .sorted(Comparator.comparingLong(
                                (TableFacts table) -> table.upkeep().deadRows())
                        .reversed())
                .toList();
    }

    /** The dead rows it is said to have are older than its last vacuum, which nothing kept from removing them. */
    private static boolean isJustVacuumed(TableFacts table, Workload workload) {
        var vacuumed = table.upkeep().lastVacuumed();
        return vacuumed != null
                && vacuumed.isAfter(workload.profile().from().minus(LATE))
                && table.upkeep().deadRows() > 2 * (table.updated() + table.deleted());
    }

    /** Share of the row versions in the table that nobody needs, 0 to 1. */
    static double share(TableFacts table) {
        double all = (double) table.upkeep().liveRows() + table.upkeep().deadRows();
        return all <= 0 ? 0 : table.upkeep().deadRows() / all;
    }

    /** The transaction that holds vacuum back most. */
    static Optional<OpenTransaction> holder(Workload workload) {
        return workload.captured().server().openTransactions().stream()
                .filter(it -> it.heldBack() instanceof Long back && back > 0)
                .max(Comparator.comparingDouble(OpenTransaction::longestSeconds));
    }

    /** The same where it was there long enough to matter. */
    static Optional<OpenTransaction> oldHolder(Workload workload) {
        return holder(workload).filter(it -> !isSession(it) || it.longestSeconds() >= OLD_SECONDS);
    }

    /** False for prepared transactions and replication slots, which stay whoever leaves. */
    static boolean isSession(OpenTransaction transaction) {
        return !transaction.state().startsWith("prepared")
                && !transaction.state().startsWith("slot");
    }
}
