package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmFacts;
import java.util.HashMap;
import java.util.Map;

/**
 * Which events are recorded. They are those of the JDK's own "profile" settings, which it states to cost about 2 % at most,
 * less what is not read here and with fewer stacks a second; events with a threshold cost nothing below it.
 */
final class EventChoice {
    /** A quick run of a quiet service has seconds of CPU to sample, not minutes. */
    static final int SAMPLE_MS = 20;

    /** As in the JDK's default settings: a pool's idle threads park too, and below it each request would cost a stack trace. */
    private static final int SHORTEST_PARK_MS = 20;

    static final Map<String, String> SETTINGS = settings();

    private EventChoice() {}

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        every(settings, "jdk.ExecutionSample", SAMPLE_MS + " ms");
        every(settings, "jdk.CPULoad", "1 s");
        every(settings, "jdk.ExceptionStatistics", "1 s");
        for (String event : new String[] {
            "jdk.JavaMonitorEnter",
            "jdk.ThreadPark",
            "jdk.ThreadSleep",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.FileRead",
            "jdk.FileWrite",
            "jdk.FileForce"
        }) {
            settings.put(event + "#enabled", "true");
            settings.put(event + "#threshold", JvmFacts.SHORTEST_WAIT_MS + " ms");
            settings.put(event + "#stackTrace", "true");
        }
        settings.put("jdk.ThreadPark#threshold", SHORTEST_PARK_MS + " ms");
        settings.put("jdk.ObjectAllocationSample#enabled", "true");
        settings.put("jdk.ObjectAllocationSample#throttle", "30/s");
        settings.put("jdk.ObjectAllocationSample#stackTrace", "true");
        settings.put("jdk.GarbageCollection#enabled", "true");
        settings.put("jdk.GCHeapSummary#enabled", "true");
        settings.put("jdk.GCHeapConfiguration#enabled", "true");
        settings.put("jdk.GCHeapConfiguration#period", "beginChunk");
        return Map.copyOf(settings);
    }

    private static void every(Map<String, String> settings, String event, String period) {
        settings.put(event + "#enabled", "true");
        settings.put(event + "#period", period);
        settings.put(event + "#stackTrace", "true");
    }
}
