package dev.perfloop.analysis.index;

/**
 * A candidate for one need, priced.
 *
 * @param newCost    planner's cost of one loop by way of the index
 * @param keptShare  share of the table's rows that the index would leave to read
 * @param savedShare share of the statement's planned cost that would be saved, 0 to 1
 */
record Priced(Need need, IndexCandidate candidate, double newCost, double keptShare, double savedShare) {}
