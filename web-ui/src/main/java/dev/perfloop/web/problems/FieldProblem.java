package dev.perfloop.web.problems;

/**
 * One thing wrong with a document.
 *
 * @param line counted from 1
 * @param field the path of the field, such as {@code load.requests[1].body}; empty for the whole document
 */
public record FieldProblem(int line, String field, String message) {}
