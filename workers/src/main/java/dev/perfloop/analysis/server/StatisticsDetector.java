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
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.analysis.plan.PlanReader;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds statements that are planned for far fewer or more rows than they have, and says whether fresh statistics would help. */
@Component
final class StatisticsDetector implements Detector {
    static final String STALE_STATISTICS = "STALE_STATISTICS";
    static final String BAD_ESTIMATE = "BAD_ESTIMATE";

    /** Lighter ones gain nothing worth a change. */
    private static final double SHARE = 0.02;

    /** What a better plan saves is not known before it is tried; a plan made for other numbers often costs half. */
    private static final double SAVES = 0.7;

    private static final double SAVES_WITHOUT_STALENESS = 0.4;
    private static final double WORTH_NAMING = 1;

    /** Ten times the default statistics target: so many most common values are kept, of up to 300,000 rows read. */
    private static final int FINER = 1000;

    /** PostgreSQL's STATS_MAX_DIMENSIONS. */
    private static final int MOST_TOGETHER = 8;

    private record Planned(StatementFacts statement, PlanNode plan) {}

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        Set<Refused> refused = new LinkedHashSet<>();
        workload.plans().entrySet().stream()
                .flatMap(entry ->
                        workload
                                .statement(entry.getKey())
                                .map(statement -> new Planned(statement, entry.getValue()))
                                .stream())
                .filter(planned -> planned.statement().dbTimeShare() >= SHARE)
                .sorted(Comparator.comparingDouble(
                                (Planned planned) -> planned.statement().totalMs())
                        .reversed())
                .forEach(planned -> judge(workload, planned, findings, refused));
        return Detection.of(withoutRepetition(findings), List.copyOf(refused));
    }

    private static void judge(Workload workload, Planned planned, List<Finding> findings, Set<Refused> refused) {
        var stale = stalest(workload, planned.plan());
        var misjudged = misjudged(workload, planned, refused);
        if (misjudged.isEmpty()) {
            stale.ifPresent(it -> refused.add(new Refused(
                    "statistics of " + it.name(),
                    it.said() + ", but what is planned with them agrees with what happens")));
            return;
        }
        var finding = stale.isPresent()
                ? stale(workload, planned, stale.get(), misjudged.get())
                : bad(workload, planned, misjudged.get());
        if (finding.impact() >= WORTH_NAMING) {
            findings.add(finding);
        }
    }

    /** By what it met when it was run, if it was; otherwise by what its calls gave. */
    private static Optional<Misjudged> misjudged(Workload workload, Planned planned, Set<Refused> refused) {
        var byCalls = Misjudged.of(planned.statement(), planned.plan());
        var analysed =
                workload.captured().concrete().analysed(planned.statement().queryId());
        if (analysed.isEmpty()) {
            return byCalls;
        }
        var met = Misjudged.met(PlanReader.read(analysed.get().json()));
        if (met.isEmpty() && byCalls.isPresent()) {
            refused.add(new Refused(
                    "the plan of statement " + planned.statement().queryId(),
                    byCalls.get().said() + ", but made for common values and run with them it met what it expects"));
        }
        return met;
    }

    private static Optional<Staleness> stalest(Workload workload, PlanNode plan) {
        return scans(plan).stream()
                .flatMap(scan -> workload.table(scan.schema(), scan.relation()).stream())
                .flatMap(table -> Staleness.of(table).stream())
                .max(Comparator.comparingDouble(Staleness::changedShare));
    }

    private static Finding stale(Workload workload, Planned planned, Staleness stale, Misjudged misjudged) {
        var table = stale.table();
        return finding(
                        workload,
                        planned,
                        table,
                        STALE_STATISTICS,
                        SAVES,
                        Confidence.HIGH,
                        misjudged,
                        String.format(
                                Locale.ROOT,
                                "The statistics of %s are out of date (%s), and %s",
                                stale.name(),
                                stale.said(),
                                misjudged.said()))
                .proposing(new Proposal.RefreshStatistics(table.schema(), table.name(), List.of(), null));
    }

    /** Fresh statistics and still wrong: columns that depend on each other, or values far from the average. */
    private static Finding bad(Workload workload, Planned planned, Misjudged misjudged) {
        var scan = scans(planned.plan()).stream()
                .filter(node -> workload.table(node.schema(), node.relation()).isPresent())
                .max(Comparator.comparingInt(node -> Conditioned.columns(node).size()));
        if (scan.isEmpty()) {
            return finding(
                    workload,
                    planned,
                    null,
                    BAD_ESTIMATE,
                    SAVES_WITHOUT_STALENESS,
                    Confidence.LOW,
                    misjudged,
                    "A statement is planned for other numbers than it has: " + misjudged.said());
        }
        var table = workload.table(scan.get().schema(), scan.get().relation()).orElseThrow();
        List<String> columns =
                Conditioned.columns(scan.get()).stream().limit(MOST_TOGETHER).toList();
        boolean dependent = columns.size() > 1;
        String name = table.schema() + "." + table.name();
        return finding(
                        workload,
                        planned,
                        table,
                        BAD_ESTIMATE,
                        SAVES_WITHOUT_STALENESS,
                        dependent ? Confidence.MEDIUM : Confidence.LOW,
                        misjudged,
                        "The planner misjudges " + name + " although its statistics are fresh: " + misjudged.said()
                                + (dependent
                                        ? "; the columns " + String.join(" and ", columns)
                                                + " are taken for independent"
                                        : ""))
                .proposing(
                        columns.isEmpty()
                                ? null
                                : new Proposal.RefreshStatistics(
                                        table.schema(), table.name(), columns, dependent ? null : FINER));
    }

    private static Finding finding(
            Workload workload,
            Planned planned,
            @Nullable TableFacts table,
            String kind,
            double saves,
            Confidence confidence,
            Misjudged misjudged,
            String summary) {
        var statement = planned.statement();
        var chain = Chain.of(workload, statement);
        scans(planned.plan()).stream()
                .filter(node -> table != null && table.name().equals(node.relation()))
                .findFirst()
                .ifPresent(node -> chain.node(node, statement.queryId()));
        List<String> subjects = new ArrayList<>(List.of("statement:" + statement.queryId()));
        if (table != null) {
            subjects.add("table:" + table.schema() + "." + table.name());
            chain.table(
                    table,
                    String.format(
                            Locale.ROOT,
                            "%.0f rows, %d changed since it was analysed",
                            table.rows(),
                            table.upkeep().modifiedSinceAnalyse()));
        }
        return Gain.of(
                Finding.observed(
                        kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + Long.toHexString(statement.queryId()),
                        kind,
                        Layer.DATABASE,
                        workload.impactOf(statement, saves),
                        confidence,
                        Effort.QUICK,
                        summary,
                        Evidence.of(workload, statement, misjudged.proof())
                                .along(chain.links())
                                .about(List.copyOf(subjects))),
                workload,
                statement.totalMs() * saves,
                0);
    }

    /** One table is analysed once, however many statements suffer: the heaviest speaks for them. */
    private static List<Finding> withoutRepetition(List<Finding> findings) {
        Set<Object> proposals = new LinkedHashSet<>();
        return findings.stream()
                .filter(finding -> finding.proposal() == null || proposals.add(finding.proposal()))
                .toList();
    }

    private static List<PlanNode> scans(PlanNode node) {
        List<PlanNode> found = new ArrayList<>();
        if (node.isScanOfTable()) {
            found.add(node);
        }
        node.children().forEach(child -> found.addAll(scans(child)));
        return found;
    }
}
