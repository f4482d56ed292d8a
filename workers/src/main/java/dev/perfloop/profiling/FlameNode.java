package dev.perfloop.profiling;

import java.util.List;

/** A method in a flame graph, in the form that flame-graph libraries read. */
public record FlameNode(String name, long value, List<FlameNode> children) {}
