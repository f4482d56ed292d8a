package dev.perfloop.analysis.index;

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
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.TableFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds indexes that cost writers and serve nobody: twins, those another one begins with, those never scanned, broken ones. */
@Component
final class SpareIndexDetector implements Detector {
    static final String DUPLICATE_INDEX = "DUPLICATE_INDEX";
    static final String UNUSED_INDEX = "UNUSED_INDEX";
    static final String INVALID_INDEX = "INVALID_INDEX";

    /** What one of many indexes can be of a write's time at most; keeping one is a descent and a page made dirty. */
    private static final double MOST_OF_A_WRITE = 0.3;

    /** Weekly reports and clean-ups have run in it at least once; monthly ones may not have, hence the low confidence. */
    private static final Duration LONG_ENOUGH = Duration.ofDays(8);

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (var index : workload.profile().indexes()) {
            var table = workload.table(index.schema(), index.table()).orElse(null);
            if (table == null || isNeeded(index)) {
                continue;
            }
            var twin = twin(index, workload);
            if (!index.valid()) {
                findings.add(
                        finding(workload, table, index, INVALID_INDEX, Confidence.HIGH, "a build that failed left it"));
            } else if (twin.isPresent()) {
                String why = "the index " + twin.get().name() + " serves all it serves";
                keep(workload, table, index, DUPLICATE_INDEX, Confidence.HIGH, why, findings, refusals);
            } else if (index.made().scansEver() == 0) {
                unused(workload, table, index, findings, refusals);
            }
        }
        return findings.isEmpty() && refusals.isEmpty() ? Detection.NOTHING : Detection.of(findings, refusals);
    }

    private static void unused(
            Workload workload, TableFacts table, IndexFacts index, List<Finding> findings, List<Refused> refusals) {
        var since = index.made().since();
        if (since == null || Duration.between(since, workload.profile().to()).compareTo(LONG_ENOUGH) < 0) {
            refusals.add(new Refused(
                    "dropping " + name(index),
                    "it was not scanned, but its counters count only since "
                            + (since == null ? "a moment that is not known" : since.toString())
                            + "; what runs once a week may need it"));
            return;
        }
        String why = "it was not scanned once since " + since + ", when the counters began";
        keep(workload, table, index, UNUSED_INDEX, Confidence.LOW, why, findings, refusals);
    }

    private static void keep(
            Workload workload,
            TableFacts table,
            IndexFacts index,
            String kind,
            Confidence confidence,
            String why,
            List<Finding> findings,
            List<Refused> refusals) {
        if (table.written() == 0) {
            refusals.add(new Refused(
                    "dropping " + name(index), why + ", but nothing was written to its table: it costs room only"));
        } else {
            findings.add(finding(workload, table, index, kind, confidence, why));
        }
    }

    private static boolean isNeeded(IndexFacts index) {
        return index.unique()
                || index.primary()
                || index.made().constraint()
                || index.made().definition().isEmpty()
                || index.keys().isEmpty();
    }

    /** Of two equal ones the later by name is the twin, so that one of them stays. */
    private static Optional<IndexFacts> twin(IndexFacts index, Workload workload) {
        return workload.profile().indexes().stream()
                .filter(other -> !other.name().equals(index.name())
                        && other.valid()
                        && other.schema().equals(index.schema())
                        && other.table().equals(index.table())
                        && other.method().equals("btree")
                        && index.method().equals("btree")
                        && other.predicate() == null
                        && index.predicate() == null
                        && index.include().isEmpty())
                .filter(other -> beginsWith(other, index))
                .filter(other -> other.keys().size() > index.keys().size()
                        || other.unique()
                        || other.name().compareTo(index.name()) < 0)
                .findFirst();
    }

    private static boolean beginsWith(IndexFacts longer, IndexFacts index) {
        return longer.keys().size() >= index.keys().size()
                && longer.keys().subList(0, index.keys().size()).equals(index.keys())
                && classes(longer, index.keys().size())
                        .equals(classes(index, index.keys().size()));
    }

    /** The definition's keys as printed, so that operator classes and collations count too. */
    private static List<String> classes(IndexFacts index, int keys) {
        String definition = index.made().definition();
        int open = definition.indexOf('(');
        int close = definition.lastIndexOf(')');
        if (open < 0 || close < open) {
            return List.of(definition);
        }
        return List.of(definition.substring(open + 1, close).split(", ")).stream()
                .limit(keys)
                .map(String::strip)
                .toList();
    }

    private static Finding finding(
            Workload workload, TableFacts table, IndexFacts index, String kind, Confidence confidence, String why) {
        double impact = impact(workload, table);
        String owner = table.schema() + "." + table.name();
        return Finding.observed(
                        kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + index.schema() + "-" + index.name(),
                        kind,
                        Layer.DATABASE,
                        impact,
                        confidence,
                        Effort.QUICK,
                        "Index " + name(index) + " on " + owner + " costs each write and serves nothing: " + why,
                        Evidence.of(
                                        "What keeping it costs is estimated from the time that writes to its table take; what "
                                                + "dropping it gains is measured by the run.")
                                .along(Chain.of(workload)
                                        .table(table, table.written() + " rows written in the window")
                                        .add(
                                                LinkKind.INDEX,
                                                index.name(),
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.1f MB, %d scans in the window, %d since the reset",
                                                        index.sizeBytes() / 1e6,
                                                        index.scans(),
                                                        index.made().scansEver()))
                                        .links())
                                .about(List.of("index:" + name(index))))
                .proposing(new Proposal.DropIndex(
                        index.schema(),
                        index.table(),
                        index.name(),
                        index.made().definition()));
    }

    private static double impact(Workload workload, TableFacts table) {
        long indexes = workload.profile().indexes().stream()
                .filter(index ->
                        index.schema().equals(table.schema()) && index.table().equals(table.name()))
                .count();
        double share = MOST_OF_A_WRITE / Math.max(1, indexes);
        var writes = Pattern.compile("(?is)\\A\\s*(?:insert\\s+into|update)\\s+(?:only\\s+)?(?:\"?[^\\s\".]+\"?\\.)?\"?"
                + Pattern.quote(table.name()) + "\"?[\\s(].*");
        return Math.min(
                100,
                workload.profile().statements().stream()
                        .filter(workload::mayMatter)
                        .filter(statement -> writes.matcher(statement.query()).matches())
                        .mapToDouble(statement -> workload.impactOf(statement, share))
                        .sum());
    }

    private static String name(IndexFacts index) {
        return index.schema() + "." + index.name();
    }
}
