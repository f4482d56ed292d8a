package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.FlameNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums stacks in a tree of bounded size. */
final class StackTree {
    static final int MOST_SHOWN = 5_000;
    private static final int MOST_KEPT = 40_000;
    private static final String REST = "(pruned)";

    private final Node root = new Node();
    private int kept;

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private double value;
    }

    void add(List<String> path, double value) {
        var node = root;
        node.value += value;
        for (String name : path) {
            var child = node.children.get(name);
            if (child == null) {
                if (kept >= MOST_KEPT) {
                    node.children.computeIfAbsent(REST, rest -> new Node()).value += value;
                    return;
                }
                kept++;
                child = new Node();
                node.children.put(name, child);
            }
            node = child;
            node.value += value;
        }
    }

    /** The tree without what is too small to be seen, the widest first. */
    FlameNode shown(String name) {
        double least = 0;
        while (count(root, least) > MOST_SHOWN) {
            least = Math.max(root.value / 20_000, 2 * least);
        }
        return shown(name, root, least);
    }

    private static int count(Node node, double least) {
        int count = 1;
        boolean pruned = false;
        for (var child : node.children.values()) {
            if (child.value >= least) {
                count += count(child, least);
            } else {
                pruned = true;
            }
        }
        return pruned ? count + 1 : count;
    }

    private static FlameNode shown(String name, Node node, double least) {
        List<FlameNode> children = new ArrayList<>();
        double pruned = 0;
        for (var child : node.children.entrySet()) {
            if (child.getValue().value >= least) {
                children.add(shown(child.getKey(), child.getValue(), least));
            } else {
                pruned += child.getValue().value;
            }
        }
        if (Math.round(pruned) > 0) {
            children.add(new FlameNode(REST, Math.round(pruned), List.of()));
        }
        children.sort(Comparator.comparingLong(FlameNode::value).reversed().thenComparing(FlameNode::name));
        return new FlameNode(name, Math.round(node.value), List.copyOf(children));
    }
}
