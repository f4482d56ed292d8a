package dev.perfloop.profiling;

import java.util.List;

/** Who waited for an answer over the network: milliseconds. */
public record SocketFlame(String name, long value, List<FlameNode> children) implements ProfilePart {
    public static SocketFlame of(FlameNode root) {
        return new SocketFlame(root.name(), root.value(), root.children());
    }
}
