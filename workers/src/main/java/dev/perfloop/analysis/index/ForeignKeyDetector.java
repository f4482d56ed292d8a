package dev.perfloop.analysis.index;

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
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.ServerFacts.ForeignKey;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds deletes that are slow because a trigger of PostgreSQL's own looks through every table that points to the deleted row. The
 * statement's plan does not show that; the blocks it reads do.
 */
@Component
final class ForeignKeyDetector implements Detector {
    static final String UNINDEXED_FOREIGN_KEY = "UNINDEXED_FOREIGN_KEY";
    private static final double SMALL_TABLE_ROWS = 500;
    private static final double IDLE_SHARE = 0.01;
    /** The trigger reads the whole table, the statement itself next to nothing. */
    private static final double BLOCKS_OF_A_SCAN = 0.6;

    /** A key of eight bytes; equal ones are kept once. */
    private static final double ENTRY_BYTES = 24;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (var key : workload.captured().server().foreignKeys()) {
            var child = workload.table(key.schema(), key.table()).orElse(null);
            if (child == null || isIndexed(workload, key)) {
                continue;
            }
            workload.profile().statements().stream()
                    .filter(statement -> statement.dbTimeShare() >= IDLE_SHARE && removes(statement, key))
                    .forEach(statement -> {
                        String reason = refusal(statement, child);
                        if (reason.isEmpty()) {
                            findings.add(finding(workload, key, child, statement));
                        } else {
                            refusals.add(new Refused("index for the foreign key " + key.name(), reason));
                        }
                    });
        }
        return findings.isEmpty() && refusals.isEmpty() ? Detection.NOTHING : Detection.of(findings, refusals);
    }

    private static String refusal(StatementFacts statement, TableFacts child) {
        if (child.rows() < SMALL_TABLE_ROWS) {
            return String.format(Locale.ROOT, "the table has %.0f rows, under 500", child.rows());
        }
        double scanned = BLOCKS_OF_A_SCAN * Math.max(1, child.pages()) * Math.min(1, statement.rowsPerCall());
        return statement.blocksPerCall() < scanned
                ? String.format(
                        Locale.ROOT,
                        "deleting reads %.0f blocks a call, fewer than the %d of the table that points there",
                        statement.blocksPerCall(),
                        child.pages())
                : "";
    }

    /** {@code DELETE FROM} the referenced table, however it is quoted and with or without its schema. */
    private static boolean removes(StatementFacts statement, ForeignKey key) {
        String name = Pattern.quote(key.referencedTable());
        return Pattern.compile(
                        "(?is)\\A\\s*(?:/\\*.*?\\*/\\s*)*delete\\s+from\\s+(?:only\\s+)?(?:\"?[^\\s\".]+\"?\\.)?\"?"
                                + name + "\"?(?=[\\s;]|\\z).*")
                .matcher(statement.query())
                .matches();
    }

    private static boolean isIndexed(Workload workload, ForeignKey key) {
        return workload.profile().indexes().stream()
                .filter(index -> index.valid()
                        && index.predicate() == null
                        && index.schema().equals(key.schema())
                        && index.table().equals(key.table())
                        && index.keys().size() >= key.columns().size())
                .anyMatch(index -> new HashSet<>(
                                index.keys().subList(0, key.columns().size()).stream()
                                        .map(IndexFacts.Key::expression)
                                        .toList())
                        .containsAll(key.columns()));
    }

    private static Finding finding(Workload workload, ForeignKey key, TableFacts child, StatementFacts statement) {
        double share =
                Math.clamp(child.pages() * statement.rowsPerCall() / Math.max(1, statement.blocksPerCall()), 0, 0.98);
        double high = 100 * Math.min(1, share * statement.totalMs() / Math.max(1, workload.serviceMs()));
        String table = child.schema() + "." + child.name();
        return Finding.observed(
                        "unindexed-foreign-key-" + key.name() + "-" + Long.toHexString(statement.queryId()),
                        UNINDEXED_FOREIGN_KEY,
                        Layer.DATABASE,
                        workload.impactOf(statement, share),
                        Confidence.HIGH,
                        Effort.QUICK,
                        String.format(
                                Locale.ROOT,
                                "Each delete from %s.%s reads all of %s, as nothing indexes its foreign key %s (%s)",
                                key.referencedSchema(),
                                key.referencedTable(),
                                table,
                                key.name(),
                                String.join(", ", key.columns())),
                        Evidence.of(
                                        workload,
                                        statement,
                                        String.format(
                                                Locale.ROOT,
                                                "The delete itself finds its row by key; the trigger that keeps the foreign key looks for "
                                                        + "rows that point to it. Each call read %.0f blocks where %s has %d.",
                                                statement.blocksPerCall(),
                                                table,
                                                child.pages()))
                                .sized(
                                        new Evidence.Table(child.rows(), child.sizeBytes(), child.written()),
                                        new Evidence.Index(child.rows() * ENTRY_BYTES, ""))
                                .along(Chain.of(workload, statement)
                                        .table(
                                                child,
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.0f rows on %d pages, %d sequential scans meanwhile",
                                                        child.rows(),
                                                        child.pages(),
                                                        child.sequentialScans()))
                                        .links())
                                .about(List.of("statement:" + statement.queryId(), "table:" + table)))
                .gaining(0.6 * high, high)
                .proposing(new Proposal.CreateIndex(
                        key.schema(),
                        key.table(),
                        key.columns().stream()
                                .map(column -> new Proposal.Column(column, null))
                                .toList(),
                        null,
                        List.of()));
    }
}
