package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Demand;
import dev.perfloop.optimization.indexes.IndexSearch;
import dev.perfloop.optimization.indexes.Limits;
import dev.perfloop.optimization.indexes.Prices;
import dev.perfloop.optimization.indexes.Query;
import dev.perfloop.optimization.indexes.Selection;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.optimization.pricing.IndexSet.Proposed;
import dev.perfloop.optimization.pricing.IndexSet.Told;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.whatif.Answer;
import dev.perfloop.profiling.whatif.Pretence;
import dev.perfloop.profiling.whatif.WhatIf;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Finds the set of indexes for a run's workload by asking its target's planner. */
@Service
public class IndexSets {
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(40);
    private static final int WIDEST = 4;
    /** So that a small database is not denied an index for its size. */
    private static final double LEAST_BUDGET = 16 << 20;

    private final Profiles profiles;
    private final Runs runs;
    private final WhatIf whatIf;

    IndexSets(Profiles profiles, Runs runs, WhatIf whatIf) {
        this.profiles = profiles;
        this.runs = runs;
        this.whatIf = whatIf;
    }

    /** @param proposed indexes that are to be in it unless others serve better */
    public Answer<IndexSet> best(RunId run, List<CreateIndex> proposed) {
        var demand = new WorkloadDemand(profiles.of(run), profiles.plansOf(run));
        if (demand.isEmpty()) {
            return new Answer.Silent<>("no statement over a table of any size has a plan", "");
        }
        double share = runs.targetOf(run).guards().maxIndexStorage();
        double tables =
                demand.indexable().stream().mapToDouble(TableFacts::sizeBytes).sum();
        double budget = Math.max(LEAST_BUDGET, share * tables);
        return whatIf.asking(run, demand.touched(), pretence -> search(demand, pretence, proposed, budget));
    }

    private static IndexSet search(
            WorkloadDemand workload, Pretence pretence, List<CreateIndex> proposed, double budget) {
        var demand = workload.weighed(pretence);
        var prices = new Prices(new TargetPlanner(pretence, index -> workload.table(index.table())));
        List<CreateIndex> seeds = proposed.stream()
                .filter(index -> Double.isFinite(prices.bytes(index)))
                .toList();
        Selection best = IndexSearch.best(demand, prices, new Limits(budget, WIDEST, LONGEST_SEARCH), seeds);
        Selection nothing = IndexSearch.nothing(demand, prices);
        return new IndexSet(
                pretence.how(),
                budget,
                nothing.total(),
                best.total(),
                demand.queries().size(),
                prices.asked(),
                members(best, demand, prices),
                told(best, nothing, demand),
                proposed.stream().map(index -> proposed(index, demand, prices)).toList());
    }

    private static List<Member> members(Selection best, Demand demand, Prices prices) {
        List<Member> members = new ArrayList<>();
        for (var index : best.indexes()) {
            List<String> serves = demand.queries().stream()
                    .filter(query -> isUsed(index, query, best, prices))
                    .map(Query::id)
                    .toList();
            members.add(new Member(index, index.pretended(), prices.bytes(index), serves));
        }
        return members;
    }

    private static Proposed proposed(CreateIndex index, Demand demand, Prices prices) {
        List<Query> concerned = demand.queries().stream()
                .filter(query ->
                        query.needs().stream().anyMatch(need -> need.table().equals(index.table())))
                .toList();
        boolean possible = !concerned.isEmpty() && Double.isFinite(prices.bytes(index));
        return new Proposed(
                index,
                possible,
                possible
                        && concerned.stream()
                                .anyMatch(query ->
                                        prices.of(query, List.of(index)).used().contains(index)));
    }

    private static boolean isUsed(CreateIndex index, Query query, Selection best, Prices prices) {
        Set<CreateIndex> used = prices.of(query, best.indexes()).used();
        return used.contains(index);
    }

    private static List<Told> told(Selection best, Selection nothing, Demand demand) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < demand.queries().size(); i++) {
            var query = demand.queries().get(i);
            double before = nothing.costs().get(i);
            told.add(new Told(
                    query.id(),
                    before,
                    best.costs().get(i),
                    nothing.total() <= 0 ? 0 : query.weight() * before / nothing.total()));
        }
        return told;
    }
}
