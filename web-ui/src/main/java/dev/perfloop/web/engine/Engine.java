package dev.perfloop.web.engine;

/** The one door to the process engine. */
@FunctionalInterface
public interface Engine {

    /** Sends once, with a few quick retries; whoever needs certainty keeps a row and sends again. */
    Delivery publish(EngineMessage message);
}
