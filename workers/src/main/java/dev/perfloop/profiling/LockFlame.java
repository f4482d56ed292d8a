package dev.perfloop.profiling;

import java.util.List;

/** Who waited to get into a monitor or a lock, or for a connection of the pool: milliseconds. */
public record LockFlame(String name, long value, List<FlameNode> children) implements ProfilePart {
    public static LockFlame of(FlameNode root) {
        return new LockFlame(root.name(), root.value(), root.children());
    }
}
