package dev.perfloop.load;

/** Who ordered a load test and wants to hear of it. */
interface LoadWatch {
    void progress(int percent, String message);

    /** True when nobody wants the result any more: the load must stop. */
    boolean cancelled();

    default void stopIfUnwanted() {
        if (cancelled()) {
            throw new IllegalStateException("The load test was stopped: the engine gave its job to another worker.");
        }
    }
}
