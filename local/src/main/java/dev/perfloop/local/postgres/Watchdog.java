package dev.perfloop.local.postgres;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stops PostgreSQL when we are gone. PostgreSQL leaves our process group and has no parent it would follow, so a small
 * shell waits at the end of a pipe only we hold. It acts for its own start alone: a file names the start in charge, so
 * a late watchdog does no harm to the server of the next one.
 */
final class Watchdog implements AutoCloseable {
    /** In a session of its own where the system can, so that a signal to our whole group leaves it alive. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r word; do [ "$word" = done ] && exit 0; done
            tries=0
            while [ "$(cat "$1.owner")" = "$2" ] && [ $tries -lt 100 ]; do
              pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
              if [ -n "$pid" ] && kill -INT "$pid" 2>/dev/null; then
                while kill -0 "$pid" 2>/dev/null && [ $tries -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
                kill -QUIT "$pid" 2>/dev/null
                exit 0
              fi
              tries=$((tries + 1)); sleep 0.1
            done
            """;

    private @Nullable Process process;

    void watch(Path data) throws IOException {
        close();
        String start = UUID.randomUUID().toString();
        Files.writeString(data.resolveSibling(data.getFileName() + ".owner"), start);
        List<String> shell = List.of("/bin/sh", "-c", SCRIPT, "perfloop-watchdog", data.toString(), start);
        process = new ProcessBuilder(Sessions.own(shell))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void close() throws IOException {
        if (process != null && process.isAlive()) {
            try (BufferedWriter out = process.outputWriter()) {
                out.write("done\n");
            }
            try {
                process.waitFor(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        process = null;
    }
}
