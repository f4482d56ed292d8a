package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.ServerFacts.OpenTransaction;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds the old transaction because of which vacuum cannot remove what every scan then reads in vain. */
@Component
final class VacuumHeldBackDetector implements Detector {
    static final String VACUUM_HELD_BACK = "VACUUM_HELD_BACK";

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var holder = DeadRows.holder(workload).orElse(null);
        if (holder == null) {
            return Detection.NOTHING;
        }
        String subject = "transaction of \"" + holder.application() + "\"";
        if (DeadRows.oldHolder(workload).isEmpty()) {
            return refused(subject, "open for %.0f s only", holder.longestSeconds());
        }
        var tables = DeadRows.overdue(workload);
        if (tables.isEmpty()) {
            return refused(
                    subject, "open for %.0f s, but no table has dead rows worth mentioning", holder.longestSeconds());
        }
        return Detection.of(List.of(finding(workload, holder, tables)));
    }

    private static Detection refused(String subject, String reason, double seconds) {
        return Detection.of(List.of(), List.of(new Refused(subject, String.format(Locale.ROOT, reason, seconds))));
    }

    private static Finding finding(Workload workload, OpenTransaction holder, List<TableFacts> tables) {
        var reads = Reads.of(workload);
        double impact = Math.min(
                100,
                tables.stream()
                        .mapToDouble(table -> Reads.impact(workload, reads.of(table), DeadRows.share(table)))
                        .sum());
        var worst = tables.getFirst();
        String state = holder.state().isBlank() ? "an open transaction" : holder.state();
        return Finding.observed(
                        "vacuum-held-back-"
                                + Integer.toHexString(holder.application().hashCode()),
                        VACUUM_HELD_BACK,
                        Layer.DATABASE,
                        impact,
                        impact >= 5 ? Confidence.HIGH : Confidence.LOW,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "Vacuum is held back by \"%s\", %s for %.0f s: %d dead rows in %s",
                                holder.application(),
                                state,
                                holder.longestSeconds(),
                                worst.upkeep().deadRows(),
                                worst.schema() + "." + worst.name()),
                        evidence(workload, holder, tables, reads))
                .proposing(advice(holder));
    }

    private static Evidence evidence(Workload workload, OpenTransaction holder, List<TableFacts> tables, Reads reads) {
        var worst = tables.getFirst();
        var read = reads.of(worst).stream().findFirst();
        String reason = String.format(
                Locale.ROOT,
                "The session ran %s and then kept its transaction open (%s). %d transactions ended since, and no row version they "
                        + "replaced may be removed before it ends: %.0f %% of the versions in %s are dead, and every scan reads them.",
                holder.lastQuery(),
                holder.state(),
                holder.heldBack(),
                100 * DeadRows.share(worst),
                worst.name());
        var chain = read.map(it -> Chain.of(workload, it.statement())
                        .node(it.scan(), it.statement().queryId()))
                .orElseGet(() -> Chain.of(workload));
        List<String> subjects = new ArrayList<>();
        tables.forEach(table -> subjects.add("table:" + table.schema() + "." + table.name()));
        read.ifPresent(it -> subjects.add("statement:" + it.statement().queryId()));
        subjects.add("session:" + holder.application());
        return read.map(it -> Evidence.of(workload, it.statement(), reason))
                .orElseGet(() -> Evidence.of(reason))
                .along(chain.table(
                                worst,
                                String.format(
                                        Locale.ROOT,
                                        "%d live and %d dead rows",
                                        worst.upkeep().liveRows(),
                                        worst.upkeep().deadRows()))
                        .add(
                                LinkKind.SESSION,
                                holder.application(),
                                String.format(
                                        Locale.ROOT,
                                        "%s for %.0f s: %s",
                                        holder.state(),
                                        holder.longestSeconds(),
                                        holder.lastQuery()))
                        .links())
                .about(List.copyOf(subjects));
    }

    private static Proposal advice(OpenTransaction holder) {
        if (!DeadRows.isSession(holder)) {
            return new Proposal.CodeAdvice(
                    "Release what the " + holder.application() + " keeps",
                    "It has no session that would end by itself. A prepared transaction: `COMMIT PREPARED` or `ROLLBACK PREPARED` "
                            + "with its name, and no max_prepared_transactions where nobody uses them. A replication slot that nobody "
                            + "reads: `SELECT pg_drop_replication_slot(...)`. Then `VACUUM` the tables named here.");
        }
        return new Proposal.CodeAdvice("End the transaction of \"" + holder.application() + "\"", """
                It holds back vacuum for the whole server while it is open.

                - now: `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '%s' AND state LIKE 'idle in transaction%%'`, then `VACUUM` the tables named here;
                - for good: commit or roll back as soon as the work is done; read long reports in short transactions or on a replica;
                - as a net: `ALTER ROLE <the job's role> SET idle_in_transaction_session_timeout = '60s'`.""".formatted(
                        holder.application().replace("'", "''")));
    }
}
