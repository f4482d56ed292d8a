package dev.perfloop.optimization.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.change.TableName;
import dev.perfloop.optimization.indexes.Query.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns of which tables a statement searches, orders by and reads, as the output of {@code EXPLAIN (VERBOSE, FORMAT JSON)}
 * names them: there views are resolved and every column has its relation's alias before it.
 */
public final class Needs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SEARCHED = List.of(
            "Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter", "Cache Key", "TID Cond");
    private static final List<String> ORDERED = List.of("Sort Key", "Presorted Key", "Group Key");
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern COLUMN = Pattern.compile("'(?:[^']|'')*'|" + NAME + "\\." + NAME + "(?![\\w(.])");
    private static final Pattern ORDER =
            Pattern.compile("\\A\\(?" + NAME + "\\." + NAME + "\\)?(?: DESC| ASC| NULLS \\w+)*\\z");

    private static final class Columns {
        private final Set<String> searched = new LinkedHashSet<>();
        private final Set<String> ordered = new LinkedHashSet<>();
        private final Set<String> read = new LinkedHashSet<>();
    }

    private final Map<String, TableName> aliases = new HashMap<>();
    private final Map<TableName, Columns> columns = new LinkedHashMap<>();

    private Needs() {}

    /** @param wanted whether an index on the table comes into question */
    public static List<Need> of(String plan, Predicate<TableName> wanted) {
        try {
            var root = JSON.readTree(plan).path(0).path("Plan");
            var needs = new Needs();
            needs.name(root, wanted);
            needs.collect(root, true);
            return needs.sorted();
        } catch (JsonProcessingException malformed) {
            return List.of();
        }
    }

    private void name(JsonNode node, Predicate<TableName> wanted) {
        if (node.has("Relation Name") && node.has("Schema") && node.has("Alias")) {
            var table = new TableName(
                    node.path("Schema").asText(), node.path("Relation Name").asText());
            if (wanted.test(table)) {
                aliases.put(node.path("Alias").asText(), table);
                columns.putIfAbsent(table, new Columns());
            }
        }
        node.path("Plans").forEach(child -> name(child, wanted));
    }

    private void collect(JsonNode node, boolean top) {
        for (String label : SEARCHED) {
            for (String text : texts(node.path(label))) {
                mentioned(text, (of, column) -> of.searched.add(column));
            }
        }
        for (String label : ORDERED) {
            for (String text : texts(node.path(label))) {
                Matcher plain = ORDER.matcher(text);
                if (plain.matches()) {
                    add(plain.group(1), plain.group(2), (of, column) -> of.ordered.add(column));
                } else {
                    mentioned(text, (of, column) -> of.read.add(column));
                }
            }
        }
        // A scan below others hands on whole rows where that is cheaper: what of them is wanted stands further up.
        if (top || node.has("Plans")) {
            texts(node.path("Output")).forEach(text -> mentioned(text, (of, column) -> of.read.add(column)));
        }
        node.path("Plans").forEach(child -> collect(child, false));
    }

    private interface Adding {
        boolean to(Columns columns, String column);
    }

    private void mentioned(String text, Adding adding) {
        Matcher column = COLUMN.matcher(text);
        while (column.find()) {
            if (column.group(1) != null) {
                add(column.group(1), column.group(2), adding);
            }
        }
    }

    private void add(String alias, String column, Adding adding) {
        var table = aliases.get(bare(alias));
        if (table != null) {
            adding.to(columns.computeIfAbsent(table, it -> new Columns()), bare(column));
        }
    }

    private List<Need> sorted() {
        List<Need> needs = new ArrayList<>();
        columns.forEach((table, of) -> {
            of.ordered.removeAll(of.searched);
            of.read.removeAll(of.searched);
            of.read.removeAll(of.ordered);
            needs.add(new Need(table, List.copyOf(of.searched), List.copyOf(of.ordered), List.copyOf(of.read)));
        });
        return needs;
    }

    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static String bare(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
