package dev.perfloop.web.guards;

import java.util.Locale;

/** A guard in a person's words. */
public final class GuardWords {
    static final String ERROR_RATE = "ERROR_RATE";

    private GuardWords() {}

    public static String of(String metric, String request, double ceiling) {
        String what = request.isEmpty() ? "all requests" : request;
        return metric.equals(ERROR_RATE)
                ? String.format(Locale.ROOT, "error rate of %s at most %.2f %%", what, 100 * ceiling)
                : String.format(Locale.ROOT, "p95 of %s at most %.1f ms", what, ceiling);
    }
}
