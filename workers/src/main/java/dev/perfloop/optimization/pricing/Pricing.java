package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Demand;
import dev.perfloop.optimization.indexes.IndexSearch;
import dev.perfloop.optimization.indexes.Prices;
import dev.perfloop.optimization.indexes.Query;
import dev.perfloop.optimization.indexes.Selection;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.optimization.pricing.IndexSet.Proposed;
import dev.perfloop.optimization.pricing.IndexSet.Told;
import dev.perfloop.profiling.whatif.Pretence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A workload and its prices during one visit to the planner. */
final class Pricing {
    private final String how;
    private final Demand demand;
    private final TargetPlanner planner;
    private final Prices prices;

    Pricing(WorkloadDemand workload, Pretence pretence) {
        how = pretence.how();
        demand = workload.weighed(pretence);
        planner = new TargetPlanner(pretence, index -> workload.table(index.table()));
        prices = new Prices(planner);
    }

    Demand demand() {
        return demand;
    }

    Prices prices() {
        return prices;
    }

    boolean canPretend(CreateIndex index) {
        return Double.isFinite(prices.bytes(index));
    }

    Selection selection(List<CreateIndex> indexes) {
        return IndexSearch.selection(indexes, demand, prices);
    }

    IndexSet described(Selection best, List<CreateIndex> proposed, double budget) {
        Selection nothing = selection(List.of());
        return new IndexSet(
                how,
                budget,
                nothing.total(),
                best.total(),
                demand.queries().size(),
                prices.asked(),
                members(best),
                told(best, nothing),
                proposed.stream().map(this::proposed).toList(),
                List.of(),
                List.of());
    }

    private List<Member> members(Selection best) {
        List<Member> members = new ArrayList<>();
        for (var index : best.indexes()) {
            List<String> serves = demand.queries().stream()
                    .filter(query -> isUsed(index, query, best))
                    .map(Query::id)
                    .toList();
            members.add(new Member(index, index.pretended(), planner.size(index), serves));
        }
        return members;
    }

    private Proposed proposed(CreateIndex index) {
        List<Query> concerned = demand.queries().stream()
                .filter(query ->
                        query.needs().stream().anyMatch(need -> need.table().equals(index.table())))
                .toList();
        boolean possible = !concerned.isEmpty() && canPretend(index);
        return new Proposed(
                index,
                possible,
                possible
                        && concerned.stream()
                                .anyMatch(query ->
                                        prices.of(query, List.of(index)).used().contains(index)));
    }

    private boolean isUsed(CreateIndex index, Query query, Selection best) {
        Set<CreateIndex> used = prices.of(query, best.indexes()).used();
        return used.contains(index);
    }

    private List<Told> told(Selection best, Selection nothing) {
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
