package dev.perfloop.profiling;

/**
 * Something that a target does not let us see.
 *
 * @param what what stays unseen
 * @param mend what to do so that it is seen; empty when nothing is known
 */
public record Lack(String what, String why, String mend) {}
