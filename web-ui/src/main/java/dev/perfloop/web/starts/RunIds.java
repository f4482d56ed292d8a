package dev.perfloop.web.starts;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Ids that people can read out: the UTC second and four letters, such as {@code 20261121-003012-k7x2}. */
final class RunIds {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** Without 0, 1, i, l and o, which look alike. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RunIds() {}

    static String next(Instant now) {
        StringBuilder id = new StringBuilder(SECOND.format(now)).append('-');
        RANDOM.ints(4, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
        return id.toString();
    }
}
