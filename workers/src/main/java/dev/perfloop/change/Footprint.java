package dev.perfloop.change;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a change did to its target's schema, of the two looks just before and just after it: the lines that came and those that went.
 * What somebody else did between the two looks, as a deployment during a long build, is not the change's own and left out.
 */
record Footprint(List<String> came, List<String> went) {
    private static final int NAMED = 5;

    static Footprint of(Change change, SchemaSnapshot before, SchemaSnapshot after) {
        var own = linesOf(change);
        return new Footprint(only(after.without(before), own), only(before.without(after), own));
    }

    /** Nothing of the schema is a service's setting or what statistics say of the rows. */
    private static Predicate<String> linesOf(Change change) {
        return switch (change) {
            case IndexChange index -> line -> line.startsWith("index ") && line.contains(index.indexName());
            case SetParameter parameter ->
                line -> line.startsWith("setting of ") && line.contains(" " + parameter.name() + "=");
            case CreateExtension extension -> line -> line.startsWith("extension ") && line.contains(extension.name());
            case RefreshStatistics refresh -> line -> false;
            case ServiceChange service -> line -> false;
            case CodeAdvice byHand -> line -> true;
        };
    }

    private static List<String> only(SortedSet<String> lines, Predicate<String> own) {
        return lines.stream().filter(own).toList();
    }

    /** What is not any more as the change left it; somebody else had a hand in it since. */
    List<String> movedIn(SchemaSnapshot now) {
        return differences(now, "gone since: ", came, "back already: ", went);
    }

    /** What is not as it would be without the change. */
    List<String> leftIn(SchemaSnapshot now) {
        return differences(now, "missing: ", went, "still there: ", came);
    }

    private static List<String> differences(
            SchemaSnapshot now, String lacking, List<String> wanted, String left, List<String> unwanted) {
        List<String> found = new ArrayList<>();
        wanted.stream().filter(line -> !now.lines().contains(line)).forEach(line -> found.add(lacking + line));
        unwanted.stream().filter(now.lines()::contains).forEach(line -> found.add(left + line));
        return found;
    }

    static String named(List<String> differences) {
        return differences.stream().limit(NAMED).collect(Collectors.joining("; "))
                + (differences.size() > NAMED ? "; and " + (differences.size() - NAMED) + " more" : "");
    }
}
