package dev.perfloop.profiling;

/** A part of a profile that is kept as a whole, as JSON under the simple name of its class. */
public interface ProfilePart {}
