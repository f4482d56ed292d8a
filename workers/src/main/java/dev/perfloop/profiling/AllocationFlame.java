package dev.perfloop.profiling;

import java.util.List;

/** Who allocated: kilobytes. */
public record AllocationFlame(String name, long value, List<FlameNode> children) implements ProfilePart {
    public static AllocationFlame of(FlameNode root) {
        return new AllocationFlame(root.name(), root.value(), root.children());
    }
}
