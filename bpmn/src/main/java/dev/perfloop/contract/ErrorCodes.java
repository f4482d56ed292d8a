package dev.perfloop.contract;

/** BPMN error codes: business reactions that the models catch at a boundary. */
public final class ErrorCodes {
    /** A change could not be applied; nothing of it is left on the target. */
    public static final String CHANGE_FAILED = "CHANGE_FAILED";
    /** A load profile stayed invalid after all its repetitions; there is nothing to judge. */
    public static final String LOAD_INVALID = "LOAD_INVALID";

    /** No source of a monitored target told anything in this cycle. */
    public static final String COLLECTION_FAILED = "COLLECTION_FAILED";

    private ErrorCodes() {}
}
