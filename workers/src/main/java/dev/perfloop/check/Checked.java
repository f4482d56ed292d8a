package dev.perfloop.check;

/**
 * One check.
 *
 * @param definition the target's file as it is checked, saved or not
 */
record Checked(String id, String definition) {}
