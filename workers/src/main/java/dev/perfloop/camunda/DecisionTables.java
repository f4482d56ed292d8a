package dev.perfloop.camunda;

import java.util.Optional;

/** The decisions as they are deployed now, so that who edits one needs no build of ours. */
public interface DecisionTables {

    /**
     * @param inputs its components are the decision's inputs
     * @param output what the decision's outputs become; an array for a decision that collects
     * @return empty when no rule fits
     * @throws RuntimeException when the engine is away or the decision fails; trying again may help
     */
    <T> Optional<T> evaluate(String decisionId, Record inputs, Class<T> output);
}
