package dev.perfloop.target.postgres;

import dev.perfloop.target.DatabaseAccess;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the connection of a visit for the next one, for a few seconds and one to a target: whoever looks once a second would
 * otherwise cost the target a new server process and a log-in each time, which is more than what is looked at.
 */
@Component
class KeptConnections {
    private static final Logger LOG = LoggerFactory.getLogger(KeptConnections.class);
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** As what and how a connection was opened. */
    record Entrance(DatabaseAccess access, Duration lockTimeout) {}

    private record Kept(Connection connection, long sinceNanos) {}

    private final Map<Entrance, Kept> kept = new ConcurrentHashMap<>();
    private final ScheduledExecutorService closing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("target-connections").factory());

    /** Empty when none is kept, or the one that was does not answer any more. */
    Optional<Connection> take(Entrance entrance) {
        var last = kept.remove(entrance);
        return last == null || isDead(last.connection()) ? Optional.empty() : Optional.of(last.connection());
    }

    /** Of a visit that ended well; the connection is this keeper's from now on. */
    void keep(Entrance entrance, Connection connection) {
        var now = new Kept(connection, System.nanoTime());
        if (kept.putIfAbsent(entrance, now) != null) {
            close(connection);
            return;
        }
        closing.schedule(
                () -> {
                    if (kept.remove(entrance, now)) {
                        close(connection);
                    }
                },
                KEPT.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static boolean isDead(Connection connection) {
        try {
            if (connection.isValid(2)) {
                return false;
            }
        } catch (SQLException broken) {
            LOG.debug("A kept connection is broken", broken);
        }
        close(connection);
        return true;
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.debug("A kept connection does not close", broken);
        }
    }

    @PreDestroy
    void closeAll() {
        closing.shutdownNow();
        kept.values().forEach(last -> close(last.connection()));
        kept.clear();
    }
}
