package dev.perfloop.analysis;

/** Where time can go. */
public enum Layer {
    DATABASE,
    CACHING,
    APPLICATION,
    INFRASTRUCTURE
}
