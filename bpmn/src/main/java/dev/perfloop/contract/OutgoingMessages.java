package dev.perfloop.contract;

/** Messages that no model of ours waits for: whoever runs processes of their own on the same engine may. */
public final class OutgoingMessages {
    /**
     * An alert asks for more of a resource. Correlation key: the target's name; message id: the alert's id, a dash and its severity. Variables: target, alertId,
     * severity, resource (CPU, MEMORY, DISK or CONNECTIONS) and words, which say when it runs out.
     */
    public static final String SCALING_ASKED = "scaling-asked";

    private OutgoingMessages() {}
}
