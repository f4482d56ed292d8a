package dev.perfloop.change;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A target's whole schema, one line an object: columns, indexes with their validity, constraints, statistics objects, extensions,
 * and what is set by ALTER DATABASE and ALTER SYSTEM.
 */
record SchemaSnapshot(SortedSet<String> lines) {
    SchemaSnapshot(Collection<String> lines) {
        this(new TreeSet<>(lines));
    }

    /** Equal for equal schemas, whatever the order in which they were built. */
    String fingerprint() {
        return Hash.sha256(String.join("\n", lines));
    }

    SchemaSnapshot only(Predicate<String> wanted) {
        return new SchemaSnapshot(lines.stream().filter(wanted).toList());
    }

    SortedSet<String> without(SchemaSnapshot other) {
        var rest = new TreeSet<>(lines);
        rest.removeAll(other.lines);
        return rest;
    }

    /** This schema with what happened between two others: what came is there, what went is not. */
    SchemaSnapshot withDifference(SchemaSnapshot before, SchemaSnapshot after) {
        var result = new TreeSet<>(lines);
        result.removeAll(before.without(after));
        result.addAll(after.without(before));
        return new SchemaSnapshot(result);
    }
}
