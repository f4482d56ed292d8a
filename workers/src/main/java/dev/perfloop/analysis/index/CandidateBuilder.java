package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        List<IndexCandidate> variants = new ArrayList<>(variants(new Asked(need, need.conditions(), null)));
        FixedPart.of(need).ifPresent(fixed -> variants.addAll(partial(need, fixed)));
        return variants.stream()
                .map(candidate -> price(need, candidate))
                .sorted(Comparator.comparingDouble(Priced::newCost)
                        .thenComparingInt(priced -> priced.candidate().columns().size()))
                .toList();
    }

    /** @param conditions those that the index has to answer: without those that a partial one's predicate answers */
    private record Asked(Need need, List<Condition> conditions, IndexCandidate.@Nullable Partial partial) {}

    private static List<IndexCandidate> partial(Need need, FixedPart fixed) {
        var asked = asked(need, fixed);
        var variants = variants(asked);
        if (!variants.isEmpty()) {
            return variants;
        }
        // Any key would do; one that is the same in all rows takes least room, as equal keys are kept once.
        return fixed.conditions().stream()
                .flatMap(condition -> columnOf(condition).stream())
                .limit(1)
                .map(column -> new IndexCandidate(
                        need.table(), List.of(new IndexCandidate.Column(column, false)), 1, asked.partial()))
                .toList();
    }

    private static Asked asked(Need need, FixedPart fixed) {
        return new Asked(
                need,
                need.conditions().stream()
                        .filter(it -> !fixed.conditions().contains(it))
                        .toList(),
                new IndexCandidate.Partial(fixed.predicate(), fixed.share()));
    }

    private static Optional<String> columnOf(Condition condition) {
        return switch (condition) {
            case Condition.OnColumn on -> Optional.of(on.column());
            case Condition.NotNull it -> Optional.of(it.column());
            case Condition.Unusable other -> Optional.empty();
        };
    }

    private static List<IndexCandidate> variants(Asked asked) {
        Map<List<IndexCandidate.Column>, IndexCandidate> variants = new LinkedHashMap<>();
        var equal = equalities(asked);
        add(variants, asked, equal, List.of());
        if (!asked.need().order().isEmpty()) {
            add(variants, asked, equalBeforeOrder(asked), orderAfter(asked));
        }
        for (var condition : asked.conditions()) {
            if (condition instanceof Condition.OneOf || condition instanceof Condition.Range) {
                String column = ((Condition.OnColumn) condition).column();
                if (!equal.contains(column)) {
                    add(variants, asked, equal, List.of(new IndexCandidate.Column(column, false)));
                }
            }
        }
        return List.copyOf(variants.values());
    }

    private static void add(
            Map<List<IndexCandidate.Column>, IndexCandidate> variants,
            Asked asked,
            List<String> equal,
            List<IndexCandidate.Column> rest) {
        List<IndexCandidate.Column> columns = new ArrayList<>();
        equal.forEach(name -> columns.add(new IndexCandidate.Column(name, false)));
        columns.addAll(rest);
        if (!columns.isEmpty() && columns.size() <= MOST_COLUMNS) {
            variants.putIfAbsent(
                    columns, new IndexCandidate(asked.need().table(), columns, equal.size(), asked.partial()));
        }
    }

    /** The most selective first, as many as bring the rows down to few; one weak column is better than none. */
    private static List<String> equalities(Asked asked) {
        var need = asked.need();
        List<String> chosen = new ArrayList<>();
        double rows = need.table().rows();
        for (var condition : bySelectivity(asked)) {
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
    private static List<String> equalBeforeOrder(Asked asked) {
        var need = asked.need();
        Set<String> chosen = new LinkedHashSet<>();
        for (var condition : bySelectivity(asked)) {
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

    private static List<Condition.Equality> bySelectivity(Asked asked) {
        return asked.conditions().stream()
                .filter(Condition.Equality.class::isInstance)
                .map(Condition.Equality.class::cast)
                .sorted(Comparator.comparingDouble(it -> share(it, asked.need())))
                .toList();
    }

    private static List<IndexCandidate.Column> orderAfter(Asked asked) {
        var equal = equalBeforeOrder(asked);
        var order = asked.need().order().stream()
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
        double one = access.of(need.table(), candidate.names(), rows, ordered, candidate.heldShare());
        double sorting =
                need.order().isEmpty() || ordered ? 0 : 0.005 * rows * Math.log(Math.max(2, rows)) / Math.log(2);
        double cost = need.accesses() * (one + sorting);
        double saved = need.planCost() <= 0 ? 0 : need.loops() * (need.replacedCost() - cost) / need.planCost();
        return new Priced(need, candidate, cost, kept, Math.clamp(saved, 0, 1));
    }

    /** Share of the rows inside the range of the index that has to be read. */
    private static double kept(Need need, IndexCandidate candidate) {
        Double observed = need.observedShare();
        boolean all = need.conditions().stream().allMatch(it -> isIn(it, need, candidate));
        if (observed != null && all && !need.conditions().isEmpty()) {
            return Math.max(observed, 1 / Math.max(1, need.table().rows()));
        }
        return product(need, candidate, true);
    }

    private static double leftToFilter(Need need, IndexCandidate candidate) {
        return product(need, candidate, false);
    }

    /** A statement that searched the whole table for a value of a skewed column did not search for the commonest one. */
    private static double share(Condition condition, Need need) {
        if (condition instanceof Condition.Equality equality
                && !equality.nullTest()
                && need.searchedWhole()
                && Selectivity.rare(need.table(), equality.column()) instanceof Double rare) {
            return rare;
        }
        return FixedPart.of(need)
                .filter(fixed -> fixed.conditions().contains(condition))
                .map(FixedPart::each)
                .orElseGet(() -> Selectivity.of(condition, need.table(), need.conditions()));
    }

    /** Answered by the index, be it by its keys or by its predicate. */
    private static boolean isIn(Condition condition, Need need, IndexCandidate candidate) {
        return condition instanceof Condition.OnColumn on && candidate.names().contains(on.column())
                || candidate.partial() != null
                        && FixedPart.of(need)
                                .filter(fixed -> fixed.conditions().contains(condition))
                                .isPresent();
    }

    private static double product(Need need, IndexCandidate candidate, boolean inIndex) {
        return need.conditions().stream()
                .filter(it -> inIndex == isIn(it, need, candidate))
                .mapToDouble(it -> share(it, need))
                .reduce(1, (a, b) -> a * b);
    }

    private static boolean servesOrder(Need need, IndexCandidate candidate) {
        var asked = candidate.partial() == null
                ? new Asked(need, need.conditions(), null)
                : asked(need, FixedPart.of(need).orElseThrow());
        var equal = equalBeforeOrder(asked);
        return candidate
                        .columns()
                        .subList(
                                Math.min(equal.size(), candidate.columns().size()),
                                candidate.columns().size())
                        .stream()
                        .map(IndexCandidate.Column::name)
                        .toList()
                        .equals(orderAfter(asked).stream()
                                .map(IndexCandidate.Column::name)
                                .toList())
                && candidate.equalities() == equal.size();
    }
}
