package dev.perfloop.web.starts;

/**
 * A run that is wanted.
 *
 * @param message one of {@link dev.perfloop.contract.Messages}
 * @param variables a record whose components become process variables
 */
public record Start(String message, String target, String runId, Intensity intensity, Record variables) {}
