package dev.perfloop.web.engine;

/** The one door to the process engine. */
public interface Engine {

    /** Sends once, with a few quick retries; whoever needs certainty keeps a row and sends again. */
    Delivery publish(EngineMessage message);

    /** True only when the engine says that it has no such instance, be it ended or terminated; false while it is away. */
    boolean isGone(long processInstanceKey);
}
