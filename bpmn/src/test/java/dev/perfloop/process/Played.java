package dev.perfloop.process;

import java.util.Map;

/** A job that reached a faked worker. */
record Played(
        String jobType,
        String elementId,
        String processId,
        Map<String, Object> variables,
        Map<String, String> headers) {}
