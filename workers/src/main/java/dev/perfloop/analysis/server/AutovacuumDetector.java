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
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds tables in which dead rows pile up though nothing holds vacuum back. */
@Component
final class AutovacuumDetector implements Detector {
    static final String AUTOVACUUM_BEHIND = "AUTOVACUUM_BEHIND";
    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var held = DeadRows.oldHolder(workload);
        var reads = Reads.of(workload);
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var table : DeadRows.overdue(workload)) {
            String name = table.schema() + "." + table.name();
            double impact = Reads.impact(workload, reads.of(table), DeadRows.share(table));
            if (held.isPresent()) {
                refused.add(new Refused(
                        "vacuum of " + name, "a transaction of \"" + held.get().application() + "\" holds it back"));
            } else if (impact < WORTH_NAMING) {
                refused.add(new Refused("vacuum of " + name, "dead rows, but no heavy statement reads past them"));
            } else {
                findings.add(finding(workload, table, reads, impact));
            }
        }
        return Detection.of(findings, refused);
    }

    private static Finding finding(Workload workload, TableFacts table, Reads reads, double impact) {
        String name = table.schema() + "." + table.name();
        boolean off = new ServerSettings(workload.profile().settings()).isOff("autovacuum");
        var first = reads.of(table).getFirst();
        String dead = String.format(
                Locale.ROOT,
                "%d live and %d dead rows",
                table.upkeep().liveRows(),
                table.upkeep().deadRows());
        var chain = Chain.of(workload, first.statement())
                .node(first.scan(), first.statement().queryId())
                .table(table, dead);
        if (off) {
            chain.add(LinkKind.SETTING, "autovacuum", "off");
        }
        return Finding.observed(
                        "autovacuum-" + name,
                        AUTOVACUUM_BEHIND,
                        Layer.DATABASE,
                        impact,
                        Confidence.MEDIUM,
                        Effort.QUICK,
                        String.format(
                                Locale.ROOT,
                                "Vacuum does not keep up with %s: %.0f %% of its row versions are dead",
                                name,
                                100 * DeadRows.share(table)),
                        Evidence.of(
                                        workload,
                                        first.statement(),
                                        dead + "; last vacuum "
                                                + (table.upkeep().lastVacuumed() == null
                                                        ? "unknown"
                                                        : table.upkeep().lastVacuumed())
                                                + ". Nothing was seen that holds it back"
                                                + (off ? ", but autovacuum is switched off." : "."))
                                .along(chain.links())
                                .about(List.of(
                                        "statement:" + first.statement().queryId(),
                                        "table:" + name,
                                        "setting:autovacuum")))
                .proposing(off ? switchOn() : advice(name));
    }

    private static Proposal switchOn() {
        return new Proposal.SetParameter("autovacuum", "on", "off", false);
    }

    private static Proposal advice(String table) {
        return new Proposal.CodeAdvice(
                "Vacuum " + table + " and let autovacuum come sooner",
                "`VACUUM (ANALYZE) " + table + "` now. Then `ALTER TABLE " + table
                        + " SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0)`, so that it comes after 2 % "
                        + "of the rows changed instead of 20 % and does not pause; when many tables are behind, raise "
                        + "autovacuum_max_workers and autovacuum_vacuum_cost_limit together.");
    }
}
