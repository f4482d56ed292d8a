package dev.perfloop.profiling;

/** A JVM tells nothing of itself; the message says why. */
public final class JvmSilent extends Exception {
    public JvmSilent(String reason) {
        super(reason);
    }
}
