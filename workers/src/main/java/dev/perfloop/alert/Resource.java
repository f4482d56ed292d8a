package dev.perfloop.alert;

import java.util.Optional;

/** What a target can be given more of. */
enum Resource {
    CPU("CPU"),
    MEMORY("memory"),
    DISK("disk"),
    CONNECTIONS("database connections");

    private final String words;

    Resource(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }

    /** Empty where more of nothing would help. */
    static Optional<Resource> of(Family family, String metric) {
        return switch (family) {
            case CPU -> Optional.of(CPU);
            case MEMORY -> Optional.of(MEMORY);
            case DISK -> Optional.of(DISK);
            case POOL -> Optional.of(CONNECTIONS);
            case DATABASE -> metric.startsWith("connections") ? Optional.of(CONNECTIONS) : Optional.empty();
            case REQUESTS, STATEMENTS, COLLECTION, OTHER -> Optional.empty();
        };
    }
}
