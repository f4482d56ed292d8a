package dev.perfloop.loadtests;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Why requests failed, in Gatling's words, most frequent first; a bounded number of different reasons is kept. */
final class Failures {
    private static final int KEPT = 200;
    private static final int SHOWN = 10;
    private static final int LONGEST = 300;

    private record Reason(String request, String message) {}

    /** One reason and how often it was met. */
    record Sample(String request, String message, long count) {}

    private final ConcurrentHashMap<Reason, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String request, String message) {
        var reason = new Reason(request, message.length() > LONGEST ? message.substring(0, LONGEST) : message);
        LongAdder count =
                counts.size() < KEPT ? counts.computeIfAbsent(reason, r -> new LongAdder()) : counts.get(reason);
        if (count != null) {
            count.increment();
        }
    }

    List<Sample> samples() {
        return counts.entrySet().stream()
                .map(e -> new Sample(
                        e.getKey().request(), e.getKey().message(), e.getValue().sum()))
                .sorted(Comparator.comparingLong(Sample::count).reversed())
                .limit(SHOWN)
                .toList();
    }
}
