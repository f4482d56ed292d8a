package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.analysis.plan.PlanReader;
import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.StatementPlan;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the indexes that a profiled workload lacks. */
public final class MissingIndexes {
    /** @param refusals one a subject */
    public record Found(List<Advice> advice, List<Refused> refusals) {}

    private static final String METHOD =
            "priced with PostgreSQL's cost formulas against the plan in use; HypoPG is not asked in this version";

    private final Map<String, TableFacts> tables;
    private final Map<Long, StatementFacts> statements;
    private final AccessCost access;
    private final NeedJudge judge;

    public MissingIndexes(Profile profile) {
        tables = profile.tables().stream()
                .collect(Collectors.toMap(table -> key(table.schema(), table.name()), Function.identity()));
        statements =
                profile.statements().stream().collect(Collectors.toMap(StatementFacts::queryId, Function.identity()));
        access = new AccessCost(PlannerCosts.of(profile.settings()));
        judge = new NeedJudge(new CandidateBuilder(access), new Coverage(profile.indexes()));
    }

    public Found in(List<StatementPlan> plans) {
        List<Judgement.Worthwhile> worthwhile = new ArrayList<>();
        Map<String, Refused> refusals = new LinkedHashMap<>();
        for (var plan : plans) {
            if (statements.get(plan.queryId()) instanceof StatementFacts statement) {
                judge(statement, plan, worthwhile, refusals);
            }
        }
        var merged = CandidateMerge.merge(
                worthwhile.stream().map(Judgement.Worthwhile::priced).toList());
        Set<Priced> proven = worthwhile.stream()
                .filter(Judgement.Worthwhile::proven)
                .map(Judgement.Worthwhile::priced)
                .collect(Collectors.toSet());
        List<Advice> advice = merged.entrySet().stream()
                .map(entry -> advice(entry.getKey(), entry.getValue(), proven))
                .sorted(Comparator.comparingDouble(MissingIndexes::savedMs).reversed())
                .toList();
        advice.forEach(it -> refusals.remove("index on " + it.candidate().title()));
        return new Found(advice, List.copyOf(refusals.values()));
    }

    /** Partitions are judged one by one and reported together. */
    static boolean isPartition(TableFacts table) {
        return table.kind().equals("x");
    }

    public static double savedMs(Advice advice) {
        return advice.uses().stream().mapToDouble(Advice.Use::savedMs).sum();
    }

    private void judge(
            StatementFacts statement,
            StatementPlan plan,
            List<Judgement.Worthwhile> worthwhile,
            Map<String, Refused> refusals) {
        var needs = new NeedFinder(statement, PlanReader.read(plan.json()), this::table).find();
        Map<PlanNode, List<Judgement>> byScan = new LinkedHashMap<>();
        needs.forEach(need ->
                byScan.computeIfAbsent(need.scan(), scan -> new ArrayList<>()).add(judge.judge(need)));
        byScan.forEach((scan, judgements) -> {
            var best = best(judgements);
            best.ifPresent(worthwhile::add);
            // Where an index is in use already, that no better one is worth its price is no news.
            if (best.isEmpty() && scan.isSequentialScan()) {
                keepRefusals(judgements, refusals);
            }
        });
    }

    /** A scan that is filtered and joined has a need for each; it gets the one index that saves more. */
    private static Optional<Judgement.Worthwhile> best(List<Judgement> judgements) {
        return judgements.stream()
                .filter(Judgement.Worthwhile.class::isInstance)
                .map(Judgement.Worthwhile.class::cast)
                .max(Comparator.comparingDouble(it -> it.priced().savedShare()));
    }

    private static void keepRefusals(List<Judgement> judgements, Map<String, Refused> refusals) {
        for (var judgement : judgements) {
            if (judgement instanceof Judgement.Turned turned) {
                refusals.putIfAbsent(turned.refused().subject(), turned.refused());
            }
        }
    }

    private Advice advice(IndexCandidate candidate, List<Priced> uses, Set<Priced> proven) {
        Set<Long> seen = new HashSet<>();
        List<Advice.Use> byTime = uses.stream()
                .sorted(Comparator.comparingDouble(
                                (Priced it) -> it.need().statement().totalMs() * it.savedShare())
                        .reversed())
                .filter(priced -> seen.add(priced.need().statement().queryId()))
                .map(priced -> use(priced, proven.contains(priced)))
                .toList();
        double bytes = access.indexPages(candidate.table(), candidate.names()) * candidate.heldShare() * 8192;
        return new Advice(candidate, byTime, bytes, writeNote(candidate.table(), byTime));
    }

    private static Advice.Use use(Priced priced, boolean proven) {
        var need = priced.need();
        return new Advice.Use(
                need.statement(),
                need.scan().type(),
                need.conditions().stream().map(it -> it.text()).distinct().collect(Collectors.joining(" AND ")),
                need.scan().rows(),
                need.replacedCost(),
                priced.newCost(),
                priced.savedShare(),
                priced.keptShare(),
                METHOD,
                proven,
                priced.candidate().names().stream().anyMatch(name -> !Selectivity.known(need.table(), name)));
    }

    private static String writeNote(TableFacts table, List<Advice.Use> uses) {
        long reads = uses.stream().mapToLong(use -> use.statement().calls()).sum();
        if (table.written() == 0) {
            return "";
        }
        String ratio = String.format(
                Locale.ROOT, "%d rows written against %d reads served in the window", table.written(), reads);
        return table.written() > 3 * Math.max(1, reads)
                ? "Write-heavy table: " + ratio + "; each insert, and each update that is not HOT, maintains the index."
                : ratio + "; each insert, and each update that is not HOT, maintains the index.";
    }

    private Optional<TableFacts> table(String schema, String name) {
        return Optional.ofNullable(tables.get(key(schema, name)));
    }

    private static String key(String schema, String name) {
        return schema + "\n" + name;
    }
}
