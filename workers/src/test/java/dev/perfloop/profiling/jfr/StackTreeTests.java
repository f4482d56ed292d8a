package dev.perfloop.profiling.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.FlameNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTreeTests {
    @Test
    void aTreeOfManyStacksStaysSmallAndKeepsItsSum() {
        var tree = new StackTree();
        for (int i = 0; i < 200_000; i++) {
            tree.add(List.of("exec", "a.B.c" + i % 700, "d.E.f" + i), 1);
        }

        var shown = tree.shown("CPU samples");

        assertThat(shown.value()).isEqualTo(200_000);
        assertThat(count(shown)).isLessThanOrEqualTo(StackTree.MOST_SHOWN);
        assertThat(sumOfLeaves(shown)).isBetween(199_000L, 200_000L);
    }

    @Test
    void whatIsWidestComesFirst() {
        var tree = new StackTree();
        tree.add(List.of("a", "b"), 1);
        tree.add(List.of("a", "c"), 5);

        assertThat(tree.shown("all").children().getFirst().children())
                .extracting(FlameNode::name)
                .containsExactly("c", "b");
    }

    private static int count(FlameNode node) {
        return 1 + node.children().stream().mapToInt(StackTreeTests::count).sum();
    }

    private static long sumOfLeaves(FlameNode node) {
        return node.children().isEmpty()
                ? node.value()
                : node.children().stream()
                        .mapToLong(StackTreeTests::sumOfLeaves)
                        .sum();
    }
}
