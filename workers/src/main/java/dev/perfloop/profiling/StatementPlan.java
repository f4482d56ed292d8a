package dev.perfloop.profiling;

/**
 * How PostgreSQL would run a statement.
 *
 * @param how  how the plan was had, such as {@code GENERIC_PLAN}
 * @param json the output of {@code EXPLAIN (FORMAT JSON)}
 */
public record StatementPlan(long queryId, String how, String json) {}
