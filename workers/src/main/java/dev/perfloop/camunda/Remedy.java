package dev.perfloop.camunda;

/** An exception that knows what a person can do about it, and whether waiting may help. */
public interface Remedy {
    /** One sentence: what to do. */
    String mend();

    /** False when trying again cannot help before a person acted. */
    boolean worthRetrying();
}
