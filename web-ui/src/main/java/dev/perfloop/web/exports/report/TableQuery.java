package dev.perfloop.web.exports.report;

/**
 * A table and what fills it.
 *
 * @param sql one statement with the parameter {@code run}
 */
public record TableQuery(String name, String sql) {}
