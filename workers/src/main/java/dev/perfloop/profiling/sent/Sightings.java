package dev.perfloop.profiling.sent;

import dev.perfloop.profiling.Literals.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was seen of each statement: a constant is what was the same in every execution seen. */
final class Sightings {
    /** Two may be alike by chance. */
    private static final int ENOUGH = 3;

    private static final int MOST_TEXTS = 10;
    private static final int MOST_STATEMENTS = 2000;

    private final Map<Long, Seen> seen = new HashMap<>();

    private static final class Seen {
        private final Set<String> executions = new HashSet<>();
        private final Set<String> texts = new LinkedHashSet<>();
    }

    void add(List<Sighting> sightings) {
        for (var sighting : sightings) {
            if (seen.size() < MOST_STATEMENTS || seen.containsKey(sighting.queryId())) {
                var of = seen.computeIfAbsent(sighting.queryId(), id -> new Seen());
                if (of.executions.size() < ENOUGH) {
                    of.executions.add(sighting.execution());
                }
                if (of.texts.size() < MOST_TEXTS) {
                    of.texts.add(sighting.text());
                }
            }
        }
    }

    boolean none() {
        return seen.isEmpty();
    }

    Set<Long> queryIds() {
        return Set.copyOf(seen.keySet());
    }

    /** @param normalised texts by query id */
    List<Literal> literals(Map<Long, String> normalised) {
        List<Literal> literals = new ArrayList<>();
        seen.forEach((queryId, of) -> {
            String text = normalised.get(queryId);
            if (text != null && of.executions.size() >= ENOUGH) {
                same(new Template(text), of.texts)
                        .forEach((parameter, sql) -> literals.add(new Literal(queryId, parameter, sql)));
            }
        });
        return literals;
    }

    private static Map<Integer, String> same(Template template, Set<String> texts) {
        Map<Integer, String> same = null;
        for (String text : texts) {
            Optional<Map<Integer, String>> constants = template.constantsOf(text);
            if (constants.isEmpty()) {
                return Map.of();
            }
            if (same == null) {
                same = new HashMap<>(constants.get());
            } else {
                same.entrySet().retainAll(constants.get().entrySet());
            }
        }
        return same == null ? Map.of() : same;
    }
}
