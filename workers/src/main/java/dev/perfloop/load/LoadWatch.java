package dev.perfloop.load;

/** Who ordered a load test and wants to hear of it. */
interface LoadWatch {
    void progress(int percent, String message);

    /** True when nobody wants the result any more: the load must stop. */
    boolean cancelled();
}
