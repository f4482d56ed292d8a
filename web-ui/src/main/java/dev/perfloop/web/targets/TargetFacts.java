package dev.perfloop.web.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lists show of a target's file. Reading YAML is what lists of hundreds would spend their time on, so it is kept. */
@Component
public class TargetFacts {
    private static final int KEPT = 1_000;

    /** By the whole text: the same text says the same. */
    private final Map<String, Facts> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Facts> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param baseUrl absent in a file of an earlier version that has none
     * @param fourEyes whether somebody else than the one who asks has to approve
     * @param allowed kinds of change that may be proposed; empty for all
     * @param guards the owner's limits that are a single value, by their names in the file
     */
    public record Facts(
            @Nullable String baseUrl,
            List<StatedObjective> objectives,
            boolean fourEyes,
            List<String> allowed,
            Map<String, String> guards) {}

    public Facts of(String definition) {
        synchronized (known) {
            return known.computeIfAbsent(definition, TargetFacts::read);
        }
    }

    private static Facts read(String definition) {
        try {
            TargetDocument document = TargetDocument.parse(definition);
            JsonNode values = document.values();
            List<String> allowed = new ArrayList<>();
            values.at("/guards/allow").forEach(kind -> allowed.add(kind.asText()));
            Map<String, String> guards = new TreeMap<>();
            values.path("guards").properties().forEach(guard -> {
                if (guard.getValue().isValueNode()) {
                    guards.put(guard.getKey(), guard.getValue().asText());
                }
            });
            return new Facts(
                    document.text("/baseUrl"),
                    StatedObjective.of(values.path("objectives")),
                    values.at("/approval/fourEyes").asBoolean(false),
                    List.copyOf(allowed),
                    guards);
        } catch (TargetDocument.Malformed keptBeforeItWasChecked) {
            return new Facts(null, List.of(), false, List.of(), Map.of());
        }
    }
}
