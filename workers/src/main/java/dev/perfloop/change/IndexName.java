package dev.perfloop.change;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code perfloop_<table>_<columns>_<hash>}: the same index has the same name in every run, so a second attempt finds what
 * the first one left. The hash is over the exact definition, as the readable part is shortened and simplified.
 */
final class IndexName {
    static final String PREFIX = "perfloop_";
    /** PostgreSQL's NAMEDATALEN - 1, in bytes; the name is plain ASCII. */
    private static final int LONGEST = 63;

    private static final int HASH_DIGITS = 8;

    private IndexName() {}

    static String of(CreateIndex index) {
        String columns = index.keys().stream().map(IndexKey::column).collect(Collectors.joining("_"));
        return of(index.table().name() + "_" + columns, index.table().sql() + " " + index.definition());
    }

    /** Statistics objects are named alike. */
    static String of(String columns, String definition) {
        String readable = columns.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
        int room = LONGEST - PREFIX.length() - 1 - HASH_DIGITS;
        String shortened = readable.substring(0, Math.min(readable.length(), room));
        return PREFIX + shortened + "_" + Hash.sha256(definition).substring(0, HASH_DIGITS);
    }
}
