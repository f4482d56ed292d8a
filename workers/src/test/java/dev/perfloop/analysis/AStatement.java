package dev.perfloop.analysis;

import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.StatementFacts.Details;

/** An invented statement; what a test does not name did not happen. Its share of the database's time comes with the workload. */
public final class AStatement {
    private final long id;
    private final String query;
    private long calls = 1000;
    private double meanMs = 1;
    private double rowsPerCall = 1;
    private long hit;
    private long read;
    private long walBytes;
    private Details details = Details.UNKNOWN;

    private AStatement(long id, String query) {
        this.id = id;
        this.query = query;
    }

    public static AStatement running(long id, String query) {
        return new AStatement(id, query);
    }

    public AStatement calls(long times) {
        calls = times;
        return this;
    }

    public AStatement meanMs(double each) {
        meanMs = each;
        return this;
    }

    public AStatement rowsPerCall(double each) {
        rowsPerCall = each;
        return this;
    }

    /** All its calls together. */
    public AStatement blocks(long fromCache, long fromDisk) {
        hit = fromCache;
        read = fromDisk;
        return this;
    }

    public AStatement walBytes(long bytes) {
        walBytes = bytes;
        return this;
    }

    /** Blocks of temporary files, all calls together. */
    public AStatement spilling(long blocksRead, long blocksWritten) {
        return details(new Details(
                details.maxMs(),
                details.stddevMs(),
                details.planMs(),
                details.readMs(),
                details.writeMs(),
                details.blocksDirtied(),
                blocksRead,
                blocksWritten,
                details.jitMs()));
    }

    /** Milliseconds of all its calls together. */
    public AStatement planning(double ms) {
        return details(new Details(
                details.maxMs(),
                details.stddevMs(),
                ms,
                details.readMs(),
                details.writeMs(),
                details.blocksDirtied(),
                details.tempRead(),
                details.tempWritten(),
                details.jitMs()));
    }

    public AStatement jitting(double ms) {
        return details(new Details(
                details.maxMs(),
                details.stddevMs(),
                details.planMs(),
                details.readMs(),
                details.writeMs(),
                details.blocksDirtied(),
                details.tempRead(),
                details.tempWritten(),
                ms));
    }

    /** Milliseconds that its blocks took to read, all calls together. */
    public AStatement readingFor(double ms) {
        return details(new Details(
                details.maxMs(),
                details.stddevMs(),
                details.planMs(),
                ms,
                details.writeMs(),
                details.blocksDirtied(),
                details.tempRead(),
                details.tempWritten(),
                details.jitMs()));
    }

    public AStatement details(Details known) {
        details = known;
        return this;
    }

    double totalMs() {
        return calls * meanMs;
    }

    /** @param databaseMs of all statements together */
    StatementFacts of(double databaseMs) {
        return new StatementFacts(
                id,
                query,
                calls,
                totalMs(),
                meanMs,
                Math.round(rowsPerCall * calls),
                hit,
                read,
                details.tempRead() + details.tempWritten(),
                walBytes,
                databaseMs == 0 ? 0 : totalMs() / databaseMs,
                details);
    }
}
