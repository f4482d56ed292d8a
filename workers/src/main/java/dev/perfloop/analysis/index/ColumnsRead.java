package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which columns of a scanned table a statement needs. What the scan itself hands on says too much: PostgreSQL hands on whole
 * rows where that is cheaper than to pick columns. The nodes above name what they use; a scan with none above hands on what is asked
 * for. A name that only looks like a column makes the answer too wide, never too narrow.
 */
final class ColumnsRead {
    private ColumnsRead() {}

    /** Empty when whole rows are asked for, or when the scan is not named. */
    static Optional<Set<String>> of(PlanNode root, PlanNode scan, TableFacts table) {
        String alias = scan.alias();
        if (alias == null) {
            return Optional.empty();
        }
        List<String> texts = texts(root, root, scan).toList();
        boolean alone = relations(root) == 1;
        boolean whole = texts.stream().anyMatch(named(alias, "\\*", false)::test)
                || alone && texts.stream().anyMatch(it -> it.equals(alias + ".*"));
        return whole
                ? Optional.empty()
                : Optional.of(table.columns().stream()
                        .map(ColumnFacts::name)
                        .filter(name -> texts.stream().anyMatch(named(alias, identifier(name), alone)::test))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** With its alias in front; what a node hands on goes without while there is but one table. */
    private static Predicate<String> named(String alias, String name, boolean alone) {
        String qualified = "(?<![\\p{L}\\p{N}_\".])" + identifier(alias) + "\\." + name;
        String bare = "(?<![\\p{L}\\p{N}_\".])" + name;
        return Pattern.compile("(?:" + qualified + (alone ? "|" + bare : "") + ")(?![\\p{L}\\p{N}_\"$])")
                .asPredicate();
    }

    private static String identifier(String name) {
        return "(?:" + Pattern.quote(name) + "|\"" + Pattern.quote(name.replace("\"", "\"\"")) + "\")";
    }

    private static long relations(PlanNode node) {
        return (node.relation() == null ? 0 : 1)
                + node.children().stream().mapToLong(ColumnsRead::relations).sum();
    }

    private static Stream<String> texts(PlanNode node, PlanNode root, PlanNode scan) {
        Stream<String> own =
                Stream.concat(node.conditions().stream().map(PlanNode.Labelled::text), node.sortKey().stream());
        boolean exact = node != scan || root == scan;
        return Stream.concat(
                exact ? Stream.concat(own, node.output().stream()) : own,
                node.children().stream().flatMap(child -> texts(child, root, scan)));
    }
}
