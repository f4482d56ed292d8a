package dev.perfloop.profiling;

import java.util.List;

/** Code that ran: one a sample. */
public record CpuFlame(String name, long value, List<FlameNode> children) implements ProfilePart {
    public static CpuFlame of(FlameNode root) {
        return new CpuFlame(root.name(), root.value(), root.children());
    }
}
