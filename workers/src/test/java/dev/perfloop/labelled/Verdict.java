package dev.perfloop.labelled;

import java.util.List;

/**
 * How the advice for a case compares with its label.
 *
 * @param found true when all that is missing was advised; of a decoy, when nothing was
 * @param right findings that say what the label says
 * @param wrong what was advised beside it
 */
record Verdict(Case of, boolean found, int right, List<String> wrong, List<String> refusals) {}
