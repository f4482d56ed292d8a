package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds tables whose pages are mostly empty and are read all the same. */
@Component
final class TableBloatDetector implements Detector {
    static final String TABLE_BLOAT = "TABLE_BLOAT";

    /** The estimate by average widths is off by some tens of percent (PostgreSQL's wiki, "Show database bloat"); twice is not. */
    private static final double FACTOR = 2;

    /** 8 MB: less is read in no time. */
    private static final double WASTED_PAGES = 1024;

    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var reads = Reads.of(workload);
        Set<TableFacts> deadRows = DeadRows.overdue(workload).stream().collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        workload.profile().tables().stream()
                .filter(TableBloatDetector::isBloated)
                .forEach(table -> {
                    double impact = Reads.impact(workload, reads.of(table), wasted(table));
                    String subject = "bloat of " + table.schema() + "." + table.name();
                    if (deadRows.contains(table)) {
                        refused.add(new Refused(subject, "its dead rows were not vacuumed yet; that comes first"));
                    } else if (impact < WORTH_NAMING) {
                        refused.add(new Refused(
                                subject,
                                String.format(
                                        Locale.ROOT,
                                        "%.0f %% of its pages are empty, but no heavy statement reads the whole of it",
                                        100 * wasted(table))));
                    } else {
                        findings.add(finding(workload, table, reads, impact));
                    }
                });
        return Detection.of(findings, refused);
    }

    private static boolean isBloated(TableFacts table) {
        double expected = table.upkeep().expectedPages();
        return expected > 0 && table.pages() >= FACTOR * expected && table.pages() - expected >= WASTED_PAGES;
    }

    private static double wasted(TableFacts table) {
        return 1 - table.upkeep().expectedPages() / table.pages();
    }

    private static Finding finding(Workload workload, TableFacts table, Reads reads, double impact) {
        String name = table.schema() + "." + table.name();
        var first = reads.of(table).getFirst();
        String sizes = String.format(
                Locale.ROOT,
                "%d pages, of which the %d live rows would fill about %.0f",
                table.pages(),
                table.upkeep().liveRows(),
                Math.max(1, table.upkeep().expectedPages()));
        double savedMs = reads.of(table).stream()
                .mapToDouble(read -> read.statement().totalMs() * read.removable(wasted(table)))
                .sum();
        return Gain.of(
                        Finding.observed(
                                "table-bloat-" + name,
                                TABLE_BLOAT,
                                Layer.DATABASE,
                                impact,
                                first.scan().isSequentialScan() ? Confidence.HIGH : Confidence.MEDIUM,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "%s is bloated: %.0f %% of its pages are empty",
                                        name,
                                        100 * wasted(table)),
                                Evidence.of(
                                                workload,
                                                first.statement(),
                                                sizes
                                                        + ". A scan reads the empty pages as well; vacuum frees their space for new "
                                                        + "rows but does not give it back.")
                                        .along(Chain.of(workload, first.statement())
                                                .node(
                                                        first.scan(),
                                                        first.statement().queryId())
                                                .table(table, sizes)
                                                .links())
                                        .about(List.of(
                                                "statement:" + first.statement().queryId(), "table:" + name))),
                        workload,
                        savedMs,
                        0.5)
                .proposing(advice(table));
    }

    private static Proposal advice(TableFacts table) {
        String name = table.schema() + "." + table.name();
        boolean rewritten = table.updated() > 0 && table.upkeep().hotUpdated() < table.updated() / 2;
        return new Proposal.CodeAdvice(
                "Rewrite " + name + " without its empty pages",
                "`VACUUM FULL " + name
                        + "` locks the table against everything while it runs, so take a quiet time; `pg_repack` does "
                        + "the same while others work. Afterwards see that it does not come back: vacuum sooner "
                        + "(autovacuum_vacuum_scale_factor of the table), delete by dropping partitions rather than rows"
                        + (rewritten
                                ? String.format(
                                        Locale.ROOT,
                                        ", and `ALTER TABLE %s SET (fillfactor = 80)` before the rewrite: only %d of %d updates found "
                                                + "room on their own page.",
                                        name,
                                        table.upkeep().hotUpdated(),
                                        table.updated())
                                : "."));
    }
}
