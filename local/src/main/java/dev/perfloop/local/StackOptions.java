package dev.perfloop.local;

/** @param operate whether Operate and its search node run, too */
public record StackOptions(Home home, boolean operate) {}
