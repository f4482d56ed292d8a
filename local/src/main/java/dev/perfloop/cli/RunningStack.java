package dev.perfloop.cli;

import dev.perfloop.local.DataLock;
import dev.perfloop.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** The stack that runs on this folder's data, in whatever terminal. */
final class RunningStack {
    private RunningStack() {}

    static Optional<DataLock.Running> find() {
        try {
            return DataLock.holder(Home.here().data());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static URI uri() {
        var running = find().orElseThrow(
                        () -> new CliFailure("Perfloop is not running here.", "Start it with: ./perfloop up"));
        if (running.ui() == null || !running.ready()) {
            throw new CliFailure("Perfloop is still starting.", "Try again in some seconds.");
        }
        return URI.create(running.ui());
    }
}
