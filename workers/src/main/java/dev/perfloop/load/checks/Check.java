package dev.perfloop.load.checks;

import java.util.Locale;

/**
 * One thing that was looked at around a load test.
 *
 * @param words one sentence for a person, with the mend where there is something to mend
 */
public record Check(String subject, State state, String words) {
    public enum State {
        FINE,
        /** The test is invalid: it is repeated, not judged. */
        SPOILED,
        /** Worth knowing; the test is judged all the same. */
        NOTED,
        /** A right or a metric is missing. */
        NOT_LOOKED_AT
    }

    public boolean spoils() {
        return state == State.SPOILED;
    }

    public static Check fine(String subject, String format, Object... values) {
        return new Check(subject, State.FINE, say(format, values));
    }

    public static Check spoiled(String subject, String format, Object... values) {
        return new Check(subject, State.SPOILED, say(format, values));
    }

    public static Check noted(String subject, String format, Object... values) {
        return new Check(subject, State.NOTED, say(format, values));
    }

    public static Check notLookedAt(String subject, String format, Object... values) {
        return new Check(subject, State.NOT_LOOKED_AT, say(format, values));
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
