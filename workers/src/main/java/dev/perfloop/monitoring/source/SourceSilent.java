package dev.perfloop.monitoring.source;

/** A source does not tell; the message says why, for a person. */
public final class SourceSilent extends Exception {

    public SourceSilent(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
