package dev.perfloop.web.history;

import org.jspecify.annotations.Nullable;

/**
 * @param definition SHA-256 of the target's file as it was then, in hexadecimal digits
 * @param cpus of the machine the load was driven from; absent in runs that were not judged
 * @param postgres version of the target's server; empty when it could not be read
 */
record SurroundingsView(
        String definition, @Nullable Integer cpus, @Nullable String postgres) {}
