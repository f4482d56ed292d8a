package dev.perfloop.web.events;

import java.util.LinkedHashSet;

/**
 * Which events went by lately. Ids are drawn before they are committed, so a smaller one may come after a greater one:
 * a high-water mark alone would lose it.
 */
final class RecentIds {
    private static final int KEPT = 2_000;
    /** Far more than transactions that can be open at once. */
    private static final int OVERLAP = 500;

    private final LinkedHashSet<Long> ids = new LinkedHashSet<>();
    private long start;
    private long highest;

    void startAfter(long id) {
        start = id;
        highest = id;
    }

    /** False when it went by already. */
    boolean add(long id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > KEPT) {
            ids.removeFirst();
        }
        highest = Math.max(highest, id);
        return true;
    }

    boolean contains(long id) {
        return ids.contains(id);
    }

    /** Reading from here on, and leaving out what went by, misses nothing. */
    long safeStart() {
        return Math.max(start, highest - OVERLAP);
    }
}
