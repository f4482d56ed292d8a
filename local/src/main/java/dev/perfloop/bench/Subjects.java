package dev.perfloop.bench;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells a URL, a statement and a command apart. */
final class Subjects {
    private Subjects() {}

    /** @param jdbcUrl of the database that statements are sent to; null when there are none */
    static Subject of(String text, @Nullable String jdbcUrl) throws SubjectFailed {
        if (jdbcUrl != null) {
            return new SqlSubject(jdbcUrl, text);
        }
        return text.startsWith("http://") || text.startsWith("https://")
                ? new UrlSubject(url(text))
                : new CommandSubject(text);
    }

    private static URI url(String text) throws SubjectFailed {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new SubjectFailed("This is no URL: " + text);
        }
    }
}
