package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Planner.Price;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the planner each question once. A plan that was the cheapest of many indexes stays it when some that it does not use are
 * taken away, so that most questions of a search have been answered before they are asked.
 */
public final class Prices {
    private final Planner planner;
    private final Map<CreateIndex, Integer> numbers = new HashMap<>();
    private final List<CreateIndex> indexes = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();
    private final Map<Query, Answers> answers = new HashMap<>();
    private long asked;

    public Prices(Planner planner) {
        this.planner = planner;
    }

    public Price of(Query query, Collection<CreateIndex> all) {
        return answers.computeIfAbsent(query, Answers::new).to(all);
    }

    public double bytes(CreateIndex index) {
        return bytes.get(number(index));
    }

    public double bytes(Collection<CreateIndex> all) {
        return all.stream().mapToDouble(this::bytes).sum();
    }

    /** How often the planner was asked. */
    public long asked() {
        return asked;
    }

    private int number(CreateIndex index) {
        Integer known = numbers.get(index);
        if (known != null) {
            return known;
        }
        numbers.put(index, indexes.size());
        indexes.add(index);
        bytes.add(planner.bytes(index));
        return indexes.size() - 1;
    }

    private final class Answers {
        private record Answer(BitSet offered, BitSet used, Price price) {}

        private final Query query;
        private final Map<BitSet, Price> exact = new HashMap<>();
        private final List<Answer> all = new ArrayList<>();
        private final Map<Integer, Boolean> concerned = new HashMap<>();

        Answers(Query query) {
            this.query = query;
        }

        Price to(Collection<CreateIndex> offered) {
            var key = new BitSet();
            for (var index : offered) {
                int number = number(index);
                if (concerned.computeIfAbsent(number, it -> query.concerns(indexes.get(it)))) {
                    key.set(number);
                }
            }
            Price known = exact.get(key);
            if (known == null) {
                known = implied(key);
                exact.put(key, known);
            }
            return known;
        }

        private Price implied(BitSet key) {
            for (var answer : all) {
                if (isWithin(answer.used(), key) && isWithin(key, answer.offered())) {
                    return answer.price();
                }
            }
            asked++;
            Set<CreateIndex> offered = new HashSet<>();
            key.stream().forEach(number -> offered.add(indexes.get(number)));
            Price price = planner.price(query, offered);
            var used = new BitSet();
            price.used().forEach(index -> used.set(number(index)));
            all.add(new Answer(key, used, price));
            return price;
        }

        private static boolean isWithin(BitSet smaller, BitSet larger) {
            var rest = (BitSet) smaller.clone();
            rest.andNot(larger);
            return rest.isEmpty();
        }
    }
}
