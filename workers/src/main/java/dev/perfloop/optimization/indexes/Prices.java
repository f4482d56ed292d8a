package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Planner.Price;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the indexes, and keeps what the planner answered: each question is asked once, by the statement's id. */
public final class Prices {
    private final Planner planner;
    private final Map<CreateIndex, Integer> numbers = new HashMap<>();
    private final List<CreateIndex> indexes = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();
    private final Map<String, Answers> answers = new HashMap<>();

    public Prices(Planner planner) {
        this.planner = planner;
    }

    public Price of(Query query, Collection<CreateIndex> all) {
        return of(query, numbers(all));
    }

    public double bytes(CreateIndex index) {
        return bytes.get(number(index));
    }

    public double bytes(Collection<CreateIndex> all) {
        return all.stream().mapToDouble(this::bytes).sum();
    }

    /** How often the planner was asked. */
    public long asked() {
        return answers.values().stream().mapToLong(Answers::asked).sum();
    }

    Price of(Query query, BitSet all) {
        return answers(query).to(all);
    }

    /** Those that the query's plan goes through, and would if the better ones were not there. */
    Set<CreateIndex> wanted(Query query, Collection<CreateIndex> some) {
        Set<CreateIndex> rest = new LinkedHashSet<>(some);
        Set<CreateIndex> wanted = new LinkedHashSet<>();
        Set<CreateIndex> used = of(query, rest).used();
        while (rest.removeAll(used)) {
            wanted.addAll(used);
            used = of(query, rest).used();
        }
        return wanted;
    }

    /** Whether the query's plan could go through one of them. */
    boolean concern(Query query, BitSet some) {
        return answers(query).concerned(some);
    }

    BitSet numbers(Collection<CreateIndex> all) {
        var set = new BitSet();
        all.forEach(index -> set.set(number(index)));
        return set;
    }

    private Answers answers(Query query) {
        return answers.computeIfAbsent(query.id(), id -> new Answers(query, planner, indexes, this::number));
    }

    private int number(CreateIndex index) {
        Integer known = numbers.get(index);
        if (known != null) {
            return known;
        }
        bytes.add(planner.bytes(index));
        numbers.put(index, indexes.size());
        indexes.add(index);
        return indexes.size() - 1;
    }
}
