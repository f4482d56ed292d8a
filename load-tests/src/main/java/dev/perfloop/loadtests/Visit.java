package dev.perfloop.loadtests;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One arrival: which request it makes and with which values. A name keeps its value during a visit, so that a login and
 * the request after it speak of the same user. Confined to the event loop of its virtual user.
 */
final class Visit {
    private final Map<String, Values> feeders;
    private final RandomGenerator random;
    private final Map<String, String> drawn = new HashMap<>();
    private final HashSet<String> drawing = new HashSet<>();
    final long arrival;
    final int choice;
    /** Others had to be answered before it could start. */
    boolean waited;
    /** Set just before a request is handed to the HTTP engine. */
    long startNanos;

    Visit(long arrival, int choice, Map<String, Values> feeders, RandomGenerator random) {
        this.arrival = arrival;
        this.choice = choice;
        this.feeders = feeders;
        this.random = random;
    }

    String value(String name) {
        String known = drawn.get(name);
        if (known != null) {
            return known;
        }
        Values feeder = feeders.get(name);
        if (feeder == null) {
            return "";
        }
        if (!drawing.add(name)) {
            throw new IllegalArgumentException("feeder '" + name + "' is made of itself");
        }
        String value = feeder.draw(random, this::value);
        drawing.remove(name);
        drawn.put(name, value);
        return value;
    }

    /** Draws everything once, so that a feeder made of itself is found before the first request. */
    void tryAll() {
        feeders.keySet().forEach(this::value);
    }

    void keep(String name, String value) {
        drawn.put(name, value);
    }
}
