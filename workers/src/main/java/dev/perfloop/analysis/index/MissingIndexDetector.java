package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Finding.Priority;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Turns the indexes a workload lacks into findings with their evidence and what they explain. */
@Component
final class MissingIndexDetector implements Detector {
    static final String MISSING_INDEX = "MISSING_INDEX";
    private static final double SAVES_MUCH = 0.8;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var found =
                new MissingIndexes(workload.profile()).in(workload.captured().plans());
        List<Finding> findings = new ArrayList<>(PartitionIndexes.findings(workload, found.advice()));
        List<Advice> whole = found.advice().stream()
                .filter(advice -> !MissingIndexes.isPartition(advice.candidate().table()))
                .toList();
        IntStream.range(0, whole.size())
                .mapToObj(i -> finding("missing-index-" + (i + 1), whole.get(i), workload))
                .forEach(findings::add);
        return Detection.of(findings, found.refusals());
    }

    private static Finding finding(String id, Advice advice, Workload workload) {
        var first = advice.uses().getFirst();
        double impact = Math.min(
                100,
                advice.uses().stream()
                        .mapToDouble(use -> workload.impactOf(use.statement(), use.savedShare()))
                        .sum());
        double saved = advice.uses().stream().mapToDouble(Advice.Use::savedMs).sum();
        double gain = 100 * Math.min(1, saved / Math.max(1, workload.serviceMs()));
        var confidence = confidence(first);
        return new Finding(
                id,
                0,
                MISSING_INDEX,
                Layer.DATABASE,
                impact,
                confidence,
                Priority.LOW,
                Effort.QUICK,
                String.format(
                        Locale.ROOT,
                        "No index on %s: %s reads %s for %s",
                        advice.candidate().title(),
                        advice.uses().size() == 1
                                ? "a statement"
                                : advice.uses().size() + " statements, the heaviest of which",
                        first.proven() ? "the whole table" : "far more rows than it needs",
                        first.filter().isEmpty() ? "its order" : first.filter()),
                gain * lowerBound(confidence),
                gain,
                evidence(advice, first, workload),
                proposal(advice.candidate()));
    }

    /** Planned cost is a poor proxy for time: the less of it is proved, the wider the range. */
    private static double lowerBound(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> 0.6;
            case MEDIUM -> 0.3;
            case LOW -> 0;
        };
    }

    private static Confidence confidence(Advice.Use use) {
        if (use.statisticsMissing()) {
            return Confidence.LOW;
        }
        return use.proven() && use.savedShare() >= SAVES_MUCH ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private static Evidence evidence(Advice advice, Advice.Use first, Workload workload) {
        var table = advice.candidate().table();
        var use = workload.useOf(first.statement());
        List<String> subjects = new ArrayList<>();
        advice.uses().forEach(it -> subjects.add("statement:" + it.statement().queryId()));
        subjects.add("table:" + table.schema() + "." + table.name());
        return new Evidence(
                        use.requests(),
                        use.said(),
                        Evidence.Statement.of(first.statement()),
                        advice.uses().stream()
                                .skip(1)
                                .map(it -> Evidence.Statement.of(it.statement()))
                                .toList(),
                        new Evidence.Node(
                                first.nodeType(),
                                table.schema() + "." + table.name(),
                                first.filter(),
                                first.estimatedRows(),
                                first.nodeCost(),
                                first.newCost()),
                        new Evidence.Table(table.rows(), table.sizeBytes(), table.written()),
                        new Evidence.Index(advice.indexBytes(), advice.writeNote()),
                        first.method(),
                        reason(first))
                .along(Chain.of(workload, first.statement())
                        .add(
                                LinkKind.PLAN_NODE,
                                first.nodeType() + " on " + table.schema() + "." + table.name(),
                                String.format(
                                        Locale.ROOT,
                                        "cost %.6g, %.6g through the index; %s",
                                        first.nodeCost(),
                                        first.newCost(),
                                        first.filter().isEmpty() ? "for its order" : first.filter()))
                        .table(
                                table,
                                String.format(
                                        Locale.ROOT,
                                        "%.0f rows on %d pages, %d rows written meanwhile",
                                        table.rows(),
                                        table.pages(),
                                        table.written()))
                        .links())
                .about(subjects);
    }

    private static String reason(Advice.Use use) {
        String keeps = String.format(
                Locale.ROOT,
                "The condition keeps about %.3g %% of the rows; through the index the statement's planned cost falls by %.0f %%.",
                100 * use.keptShare(),
                100 * use.savedShare());
        String proof = use.proven()
                ? String.format(
                        Locale.ROOT,
                        " Each call read %.0f blocks in reality, as many as the table has: the scan is no mere plan.",
                        use.statement().blocksPerCall())
                : " The plan is the generic one; the blocks read do not by themselves prove that it is the one in use.";
        return keeps + proof + (use.statisticsMissing() ? " Its columns were never analysed." : "");
    }

    static Proposal proposal(IndexCandidate candidate) {
        return new Proposal.CreateIndex(
                candidate.table().schema(),
                candidate.table().name(),
                candidate.columns().stream()
                        .map(column -> new Proposal.Column(column.name(), column.descending() ? "DESC" : null))
                        .toList(),
                candidate.predicate(),
                List.of());
    }
}
