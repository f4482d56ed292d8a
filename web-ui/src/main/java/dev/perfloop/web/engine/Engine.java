package dev.perfloop.web.engine;

/** The one door to the process engine. */
public interface Engine {

    /** Sends once, with a few quick retries; whoever needs certainty keeps a row and sends again. */
    Delivery publish(EngineMessage message);

    /**
     * Ends one visit of an element and begins another, in one command. An incident goes with the visit it belongs to; the engine
     * tells nobody its key over gRPC, so that it cannot be resolved itself.
     *
     * @param processInstanceKey of the instance that the element belongs to, be it a called one
     */
    Repeat beginAnew(long processInstanceKey, long elementInstanceKey, String elementId);

    /** True only when the engine says that it has no such instance, be it ended or terminated; false while it is away. */
    boolean isGone(long processInstanceKey);
}
