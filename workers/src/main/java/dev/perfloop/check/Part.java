package dev.perfloop.check;

/** What one step of a check looks at. */
enum Part {
    SERVICE,
    DATABASE,
    REQUESTS
}
