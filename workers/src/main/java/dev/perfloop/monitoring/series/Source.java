package dev.perfloop.monitoring.series;

/** Where readings come from. Each may fail alone. */
public enum Source {
    /** The service's metrics in the Prometheus text format. */
    PROMETHEUS("the service's metrics"),
    /** The database as a whole: transactions, cache, sessions, size. */
    DATABASE("the database's statistics"),
    /** {@code pg_stat_statements}. */
    STATEMENTS("the statements' statistics"),
    /** The service's JVM, by JMX. */
    JVM("the service's JVM"),
    /** The machine, where it is the one that Perfloop runs on. */
    HOST("the machine"),
    /** Single requests that Perfloop sends itself. */
    PROBE("the probe requests"),
    /** The collecting itself. */
    COLLECTOR("the collecting"),
    /** What was made of readings: statements that became a burden. */
    ANALYSIS("the analysis of statements");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    /** Whether what it tells is the target's own word: that a machine is up, or a request of ours failed, says little of it. */
    public boolean isTheTargetsOwn() {
        return switch (this) {
            case PROMETHEUS, DATABASE, STATEMENTS, JVM -> true;
            case HOST, PROBE, COLLECTOR, ANALYSIS -> false;
        };
    }

    public String words() {
        return words;
    }
}
