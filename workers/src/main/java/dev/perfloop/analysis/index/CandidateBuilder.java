package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds and prices the indexes that could serve a need: equality columns first, then an order or a range. */
final class CandidateBuilder {
    private static final int MOST_COLUMNS = 4;
    /** Fewer rows than this are filtered faster than another column is kept in order. */
    private static final double FEW_ROWS = 50;
    /** A column that keeps more than this share is not worth its place in an index. */
    private static final double WEAK = 0.3;
    /** Before an order a weaker one is, as it spares reading on; a flag that halves the rows is not. */
    private static final double HALF = 0.5;

    private final AccessCost access;

    CandidateBuilder(AccessCost access) {
        this.access = access;
    }

    /** The cheapest first; empty when no condition is one an index could serve. */
    List<Priced> priced(Need need) {
        Map<List<IndexCandidate.Column>, IndexCandidate> variants = new LinkedHashMap<>();
        var equal = equalities(need);
        add(variants, need, equal, List.of());
        if (!need.order().isEmpty()) {
            add(variants, need, equalBeforeOrder(need), orderAfter(need));
        }
        for (var condition : need.conditions()) {
            if (condition instanceof Condition.OneOf || condition instanceof Condition.Range) {
                String column = ((Condition.OnColumn) condition).column();
                if (!equal.contains(column)) {
                    add(variants, need, equal, List.of(new IndexCandidate.Column(column, false)));
                }
            }
        }
        return variants.values().stream()
                .map(candidate -> price(need, candidate))
                .sorted(Comparator.comparingDouble(Priced::newCost)
                        .thenComparingInt(priced -> priced.candidate().columns().size()))
                .toList();
    }

    private static void add(
            Map<List<IndexCandidate.Column>, IndexCandidate> variants,
            Need need,
            List<String> equal,
            List<IndexCandidate.Column> rest) {
        List<IndexCandidate.Column> columns = new ArrayList<>();
        equal.forEach(name -> columns.add(new IndexCandidate.Column(name, false)));
        columns.addAll(rest);
        if (!columns.isEmpty() && columns.size() <= MOST_COLUMNS) {
            variants.putIfAbsent(columns, new IndexCandidate(need.table(), columns, equal.size()));
        }
    }

    /** The most selective first, as many as bring the rows down to few; one weak column is better than none. */
    private static List<String> equalities(Need need) {
        List<String> chosen = new ArrayList<>();
        double rows = need.table().rows();
        for (var condition : bySelectivity(need)) {
            double share = share(condition, need);
            if (!chosen.isEmpty() && (share > WEAK || rows <= FEW_ROWS)) {
                break;
            }
            if (chosen.contains(condition.column())) {
                continue;
            }
            chosen.add(condition.column());
            rows *= share;
        }
        return chosen;
    }

    /** All that are equal come before the order, or the rows would not come in it; weak ones are left to the filter. */
    private static List<String> equalBeforeOrder(Need need) {
        Set<String> chosen = new LinkedHashSet<>();
        for (var condition : bySelectivity(need)) {
            if (share(condition, need) < HALF || mayAskForRare(condition, need)) {
                chosen.add(condition.column());
            }
        }
        return List.copyOf(chosen);
    }

    /** A bound value of a skewed column may be one that few rows have; in front of the order it does no harm. */
    private static boolean mayAskForRare(Condition.Equality condition, Need need) {
        return condition.text().contains("=") && Selectivity.rare(need.table(), condition.column()) != null;
    }

    private static List<Condition.Equality> bySelectivity(Need need) {
        return need.conditions().stream()
                .filter(Condition.Equality.class::isInstance)
                .map(Condition.Equality.class::cast)
                .sorted(Comparator.comparingDouble(it -> share(it, need)))
                .toList();
    }

    private static List<IndexCandidate.Column> orderAfter(Need need) {
        var equal = equalBeforeOrder(need);
        var order = need.order().stream()
                .filter(column -> !equal.contains(column.column()))
                .toList();
        boolean mixed = order.stream().map(SortColumn::descending).distinct().count() > 1;
        return order.stream()
                .map(column -> new IndexCandidate.Column(column.column(), mixed && column.descending()))
                .toList();
    }

    private Priced price(Need need, IndexCandidate candidate) {
        double kept = kept(need, candidate);
        double matching = Math.max(1, kept * need.table().rows());
        boolean ordered = !need.order().isEmpty() && servesOrder(need, candidate);
        double rows = matching;
        Double wanted = need.wantedRows();
        if (wanted != null && (need.order().isEmpty() || ordered)) {
            rows = Math.clamp(wanted / Math.max(leftToFilter(need, candidate), 1e-6), 1, matching);
        }
        double one = access.of(need.table(), candidate.names(), rows, ordered);
        double sorting =
                need.order().isEmpty() || ordered ? 0 : 0.005 * rows * Math.log(Math.max(2, rows)) / Math.log(2);
        double cost = need.accesses() * (one + sorting);
        double saved = need.planCost() <= 0 ? 0 : need.loops() * (need.replacedCost() - cost) / need.planCost();
        return new Priced(need, candidate, cost, kept, Math.clamp(saved, 0, 1));
    }

    /** Share of the rows inside the range of the index that has to be read. */
    private static double kept(Need need, IndexCandidate candidate) {
        Double observed = need.observedShare();
        var names = candidate.names();
        boolean all = need.conditions().stream()
                .allMatch(it -> it instanceof Condition.OnColumn on && names.contains(on.column()));
        if (observed != null && all && !need.conditions().isEmpty()) {
            return Math.max(observed, 1 / Math.max(1, need.table().rows()));
        }
        return product(need, names, true);
    }

    private static double leftToFilter(Need need, IndexCandidate candidate) {
        return product(need, candidate.names(), false);
    }

    /** A statement that searched the whole table for a value of a skewed column did not search for the commonest one. */
    private static double share(Condition condition, Need need) {
        if (condition instanceof Condition.Equality equality
                && !equality.nullTest()
                && need.searchedWhole()
                && Selectivity.rare(need.table(), equality.column()) instanceof Double rare) {
            return rare;
        }
        return Selectivity.of(condition, need.table(), need.conditions());
    }

    private static double product(Need need, List<String> names, boolean inIndex) {
        return need.conditions().stream()
                .filter(it -> inIndex == (it instanceof Condition.OnColumn on && names.contains(on.column())))
                .mapToDouble(it -> share(it, need))
                .reduce(1, (a, b) -> a * b);
    }

    private static boolean servesOrder(Need need, IndexCandidate candidate) {
        var equal = equalBeforeOrder(need);
        return candidate
                        .columns()
                        .subList(
                                Math.min(equal.size(), candidate.columns().size()),
                                candidate.columns().size())
                        .stream()
                        .map(IndexCandidate.Column::name)
                        .toList()
                        .equals(orderAfter(need).stream()
                                .map(IndexCandidate.Column::name)
                                .toList())
                && candidate.equalities() == equal.size();
    }
}
