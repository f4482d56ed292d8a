package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Demand;
import dev.perfloop.optimization.indexes.Query;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.profiling.whatif.Pretence;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tries a set on copies as the workers do. */
public final class Rehearsed {
    private Rehearsed() {}

    /** @return those that make no statement slower */
    public static List<CreateIndex> of(
            Pretence copy, TargetPlanner planner, Demand demand, List<CreateIndex> indexes, Duration longest) {
        Set<CreateIndex> all = new HashSet<>(indexes);
        List<Member> members = indexes.stream()
                .map(index -> new Member(
                        index,
                        index.pretended(),
                        0,
                        demand.queries().stream()
                                .filter(query ->
                                        planner.price(query, all).used().contains(index))
                                .map(Query::id)
                                .toList()))
                .toList();
        double whole = demand.queries().stream()
                .mapToDouble(query -> cost(query, planner, Set.of()))
                .sum();
        var statements = demand.queries().stream()
                .map(query ->
                        new Rehearsal.Statement(query.id(), query.text(), 0, cost(query, planner, Set.of()) / whole))
                .toList();
        return new Rehearsal(copy, members, longest)
                .of(statements, member -> worth(member, planner, demand, all) / whole)
                .kept();
    }

    private static double worth(Member member, TargetPlanner planner, Demand demand, Set<CreateIndex> all) {
        return demand.queries().stream()
                .filter(query -> member.serves().contains(query.id()))
                .mapToDouble(query -> cost(query, planner, Set.of()) - cost(query, planner, all))
                .sum();
    }

    private static double cost(Query query, TargetPlanner planner, Set<CreateIndex> indexes) {
        return query.weight() * planner.price(query, indexes).cost();
    }
}
