package dev.perfloop.analysis;

/** Something that was looked at and turned down. */
public record Refused(String subject, String reason) {}
