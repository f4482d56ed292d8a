package dev.perfloop.change.watch;

import java.util.List;

/** Sends a service a few requests of its own scenario that only read. */
interface Probe extends AutoCloseable {

    /** Each of them once, one after another. */
    List<Pulse> look() throws InterruptedException;

    @Override
    void close();
}
