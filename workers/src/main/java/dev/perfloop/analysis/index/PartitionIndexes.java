package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the indexes that the partitions of one table lack together. PostgreSQL builds none concurrently on a partitioned table: a
 * person builds one on each partition and joins them.
 */
final class PartitionIndexes {
    /** As for an ordinary table: less than half of its statement's cost is no case for an index. */
    private static final double SAVES_ENOUGH = 0.5;

    private static final int SHOWN = 20;

    /** The same columns for the same statements: partitions of one table, as far as their plans tell. */
    private record Family(List<IndexCandidate.Column> columns, Set<Long> statements) {}

    private PartitionIndexes() {}

    static List<Finding> findings(Workload workload, List<Advice> advice) {
        Map<Family, List<Advice>> families = new LinkedHashMap<>();
        advice.stream()
                .filter(it -> MissingIndexes.isPartition(it.candidate().table()))
                .forEach(it -> families.computeIfAbsent(family(it), key -> new ArrayList<>())
                        .add(it));
        return families.values().stream()
                .filter(family -> saved(family) >= SAVES_ENOUGH)
                .map(family -> finding(workload, family))
                .toList();
    }

    private static Family family(Advice advice) {
        return new Family(
                advice.candidate().columns(),
                advice.uses().stream().map(use -> use.statement().queryId()).collect(Collectors.toSet()));
    }

    /** Of the heaviest statement's planned cost, over all partitions. */
    private static double saved(List<Advice> family) {
        return Math.min(
                1,
                family.stream()
                        .mapToDouble(it -> it.uses().getFirst().savedShare())
                        .sum());
    }

    private static Finding finding(Workload workload, List<Advice> family) {
        var first = family.getFirst();
        var statement = first.uses().getFirst().statement();
        double saved = saved(family);
        double high = 100 * Math.min(1, saved * statement.totalMs() / Math.max(1, workload.serviceMs()));
        double pages = family.stream()
                .mapToDouble(it -> it.candidate().table().pages())
                .sum();
        boolean proven = statement.blocksPerCall() >= 0.7 * Math.max(1, pages);
        List<String> subjects = new ArrayList<>(List.of("statement:" + statement.queryId()));
        family.forEach(it -> subjects.add("table:" + name(it.candidate().table())));
        return Finding.observed(
                        "missing-index-partitions-" + Long.toHexString(statement.queryId()),
                        MissingIndexDetector.MISSING_INDEX,
                        Layer.DATABASE,
                        workload.impactOf(statement, saved),
                        proven ? Confidence.HIGH : Confidence.MEDIUM,
                        Effort.QUICK,
                        String.format(
                                Locale.ROOT,
                                "No index on %s%s: a statement reads %s for %s",
                                first.candidate().title(),
                                family.size() == 1 ? "" : " and " + (family.size() - 1) + " more partitions",
                                proven ? "all of them as a whole" : "far more rows than it needs",
                                first.uses().getFirst().filter()),
                        Evidence.of(
                                        workload,
                                        statement,
                                        String.format(
                                                Locale.ROOT,
                                                "Each call reads %.0f blocks where the partitions have %.0f; through indexes its planned "
                                                        + "cost falls by %.0f %%.",
                                                statement.blocksPerCall(),
                                                pages,
                                                100 * saved))
                                .along(Chain.of(workload, statement)
                                        .add(
                                                LinkKind.PLAN_NODE,
                                                first.uses().getFirst().nodeType() + " on " + family.size()
                                                        + " partitions",
                                                first.uses().getFirst().filter())
                                        .links())
                                .about(subjects))
                .gaining(high / 2, high)
                .proposing(proposal(family));
    }

    private static Proposal proposal(List<Advice> family) {
        if (family.size() == 1) {
            return MissingIndexDetector.proposal(family.getFirst().candidate());
        }
        String columns = family.getFirst().candidate().columns().stream()
                .map(it -> quoted(it.name()) + (it.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", "));
        String each = family.stream()
                .limit(SHOWN)
                .map(it -> it.candidate().table())
                .map(it -> "CREATE INDEX CONCURRENTLY ON " + quoted(it.schema()) + "." + quoted(it.name()) + " ("
                        + columns + ");")
                .collect(Collectors.joining("\n"));
        return new Proposal.CodeAdvice(
                "Index the partitions by " + columns,
                "Build it on each partition while work goes on:\n```sql\n" + each
                        + (family.size() > SHOWN ? "\n-- and " + (family.size() - SHOWN) + " more" : "")
                        + "\n```\nThen `CREATE INDEX ... ON ONLY` the partitioned table and `ALTER INDEX ... ATTACH PARTITION` each "
                        + "one, so that new partitions get it unasked.");
    }

    private static String name(TableFacts table) {
        return table.schema() + "." + table.name();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
