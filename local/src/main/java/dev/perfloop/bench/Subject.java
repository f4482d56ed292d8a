package dev.perfloop.bench;

/** Something that can be called again and again, and timed. */
interface Subject extends AutoCloseable {

    /** One call, to its end. */
    void call() throws SubjectFailed, InterruptedException;

    @Override
    void close();
}
