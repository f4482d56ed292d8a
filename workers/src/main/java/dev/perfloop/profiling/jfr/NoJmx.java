package dev.perfloop.profiling.jfr;

/** The JVM cannot be recorded; says why and what would mend it. */
final class NoJmx extends Exception {
    private final String mend;

    NoJmx(String why, String mend) {
        super(why);
        this.mend = mend;
    }

    String why() {
        return String.valueOf(getMessage());
    }

    String mend() {
        return mend;
    }
}
