package dev.perfloop.web.engine;

/** What became of the wish to begin a step anew. */
public enum Repeat {
    BEGUN,
    /** The engine has no such step any more, or does not begin it this way. */
    REFUSED,
    /** It did not answer; nothing is kept. */
    AWAY
}
