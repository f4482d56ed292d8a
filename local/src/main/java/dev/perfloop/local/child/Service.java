package dev.perfloop.local.child;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process the stack needs. */
public interface Service {
    /** As users read it: {@code Camunda broker}. */
    String name();

    /**
     * Starts it.
     *
     * @return completes when it has ended, with how it ended, such as {@code exit code 137}
     */
    CompletableFuture<String> launch() throws IOException;

    /** Asks once whether it does its work. */
    boolean isReady();

    /** How long a start may take before it counts as failed. */
    Duration patience();

    /** Ends it in order, by force when that takes longer than {@code within}. Returns when it is gone. */
    void stop(Duration within);
}
