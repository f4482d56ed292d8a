package dev.perfloop.analysis.server;

import dev.perfloop.analysis.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Columns of a scan that its conditions compare with values. */
final class Conditioned {
    private static final List<String> CONDITIONS = List.of("Filter", "Index Cond", "Recheck Cond");

    /** A column, qualified by its relation's alias as VERBOSE prints it, and quoted where it must be. */
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    private static final Pattern EQUALITY = Pattern.compile(NAME + "\\." + NAME + "\\)?(?:::[a-z ]+)?\\s*=\\s");

    private Conditioned() {}

    /** Those compared for equality, sorted: only they can be known to depend on each other. */
    static List<String> columns(PlanNode scan) {
        var found = new TreeSet<String>();
        for (String label : CONDITIONS) {
            scan.condition(label).ifPresent(text -> {
                var matcher = EQUALITY.matcher(text);
                while (matcher.find()) {
                    found.add(unquoted(matcher.group(2)));
                }
            });
        }
        return new ArrayList<>(found);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
