package dev.perfloop.analysis.index;

/** Something that was looked at and turned down. */
public record Refused(String subject, String reason) {}
