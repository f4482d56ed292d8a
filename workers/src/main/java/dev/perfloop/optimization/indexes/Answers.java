package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Planner.Price;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What the planner answered for one statement. A plan that was the cheapest of many indexes stays it when some that it does not
 * use are taken away, so that most questions of a search have been answered before they are asked.
 */
final class Answers {
    private final Query query;
    private final Planner planner;
    private final List<CreateIndex> indexes;
    private final ToIntFunction<CreateIndex> number;
    private final Map<BitSet, Price> exact = new HashMap<>();
    /** By what the plan used: what was offered when it was the cheapest. */
    private final Map<BitSet, List<BitSet>> offers = new LinkedHashMap<>();

    private final BitSet concerned = new BitSet();
    private int looked;
    private int asked;

    /** @param indexes by number; grows */
    Answers(Query query, Planner planner, List<CreateIndex> indexes, ToIntFunction<CreateIndex> number) {
        this.query = query;
        this.planner = planner;
        this.indexes = indexes;
        this.number = number;
    }

    int asked() {
        return asked;
    }

    boolean concerned(BitSet some) {
        return concerned().intersects(some);
    }

    Price to(BitSet offered) {
        var key = (BitSet) offered.clone();
        key.and(concerned());
        Price known = exact.get(key);
        if (known == null) {
            known = implied(key);
            exact.put(key, known);
        }
        return known;
    }

    private BitSet concerned() {
        for (; looked < indexes.size(); looked++) {
            concerned.set(looked, query.concerns(indexes.get(looked)));
        }
        return concerned;
    }

    private Price implied(BitSet key) {
        for (var answer : offers.entrySet()) {
            if (isWithin(answer.getKey(), key)
                    && answer.getValue().stream().anyMatch(offered -> isWithin(key, offered))) {
                return Objects.requireNonNull(exact.get(answer.getValue().getFirst()));
            }
        }
        return ask(key);
    }

    private Price ask(BitSet key) {
        Set<CreateIndex> offered = new HashSet<>();
        key.stream().forEach(it -> offered.add(indexes.get(it)));
        asked++;
        Price price = planner.price(query, offered);
        var used = new BitSet();
        price.used().forEach(index -> used.set(number.applyAsInt(index)));
        offers.computeIfAbsent(used, it -> new ArrayList<>()).add(key);
        return price;
    }

    private static boolean isWithin(BitSet smaller, BitSet larger) {
        int member = smaller.nextSetBit(0);
        while (member >= 0 && larger.get(member)) {
            member = smaller.nextSetBit(member + 1);
        }
        return member < 0;
    }
}
