package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects where a join reads one whole table although the other side asks for few of its rows. */
final class JoinNeeds {
    private static final Set<String> PASSING =
            Set.of("Hash", "Sort", "Materialize", "Memoize", "Gather", "Gather Merge");

    private final StatementFacts statement;
    private final PlanNode root;
    private final Function<PlanNode, Optional<TableFacts>> tables;

    JoinNeeds(StatementFacts statement, PlanNode root, Function<PlanNode, Optional<TableFacts>> tables) {
        this.statement = statement;
        this.root = root;
        this.tables = tables;
    }

    void of(PlanNode join, double loops, List<Need> needs) {
        var outer = join.input();
        var inner = join.inner();
        if (outer.isEmpty() || inner.isEmpty()) {
            return;
        }
        if (drivableFromOuter(join.joinType())) {
            side(join, inner.get(), outer.get(), loops, needs);
        }
        if (drivableFromInner(join.joinType())) {
            side(join, outer.get(), inner.get(), loops, needs);
        }
    }

    private void side(PlanNode join, PlanNode read, PlanNode driving, double loops, List<Need> needs) {
        var scan = scanBelow(read);
        if (scan.isEmpty()) {
            return;
        }
        tables.apply(scan.get()).ifPresent(table -> {
            List<Condition> conditions = new ArrayList<>();
            var reader = NeedFinder.reader(scan.get(), table);
            for (String label : List.of("Hash Cond", "Merge Cond", "Join Filter")) {
                join.condition(label).ifPresent(text -> conditions.addAll(reader.of(text)));
            }
            if (conditions.stream().noneMatch(Condition.Equality.class::isInstance)) {
                return;
            }
            conditions.addAll(NeedFinder.conditionsOf(scan.get(), table));
            needs.add(new Need(
                    statement,
                    scan.get(),
                    table,
                    scan.get().rows(),
                    conditions,
                    List.of(),
                    null,
                    Math.max(0, join.totalCost() - driving.totalCost()),
                    loops,
                    Math.max(1, driving.rows()),
                    root.totalCost(),
                    null,
                    true));
        });
    }

    private static Optional<PlanNode> scanBelow(PlanNode node) {
        if (node.isSequentialScan()) {
            return Optional.of(node);
        }
        return PASSING.contains(node.type()) ? node.input().flatMap(JoinNeeds::scanBelow) : Optional.empty();
    }

    /** May the rows of the outer side look up those of the inner one? Not when all of the inner have to come out. */
    private static boolean drivableFromOuter(String joinType) {
        return Set.of("Inner", "Left", "Semi", "Anti").contains(joinType);
    }

    private static boolean drivableFromInner(String joinType) {
        return Set.of("Inner", "Right", "Right Semi", "Right Anti").contains(joinType);
    }
}
