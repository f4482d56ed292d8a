package dev.perfloop.monitoring;

/** How a look at a target's newest readings ended. */
sealed interface Looked {

    /** @param gapsToFill gaps that a history may fill */
    record Fresh(int gapsToFill) implements Looked {}

    /** No source told anything in this cycle. */
    record Silent(String reason) implements Looked {}

    /** It is not to be watched any more. */
    record Unwanted() implements Looked {}
}
