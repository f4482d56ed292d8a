package dev.perfloop.profiling.server;

import dev.perfloop.profiling.ServerFacts.ForeignKey;
import dev.perfloop.profiling.postgres.StatementsRepository;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Reads what a target's server tells of itself, through its guarded door. */
@Repository
class ServerRepository {
    /** @param locks waited for by those of the sessions that wait */
    record Moment(List<Session> sessions, List<WaitedLock> locks) {}

    private final TargetDatabase.Door door;

    ServerRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    int version(Target target) {
        return door.of(target).read(jdbc -> new WorkRepository(jdbc).version());
    }

    /** @param all also those who hold a transaction open without a session, which seldom come and go */
    Moment moment(Target target, boolean all) {
        return door.of(target).read(jdbc -> {
            var repository = new SessionsRepository(jdbc);
            List<Session> sessions = new ArrayList<>(repository.inTransaction());
            List<Integer> waiting = sessions.stream()
                    .filter(Session::isWaiting)
                    .map(Session::pid)
                    .toList();
            List<WaitedLock> locks = waiting.isEmpty() ? List.of() : repository.waitedLocks(waiting);
            if (all) {
                sessions.addAll(repository.withoutSession());
            }
            return new Moment(sessions, locks);
        });
    }

    Work work(Target target, int version) {
        return door.of(target).read(jdbc -> {
            var repository = new WorkRepository(jdbc);
            return new Work(repository.database(), repository.checkpoints(version), repository.io(version));
        });
    }

    List<ForeignKey> foreignKeys(Target target) {
        return door.of(target).read(jdbc -> new SchemaRepository(jdbc).foreignKeys());
    }

    List<String> extensions(Target target) {
        return door.of(target).read(jdbc -> new SchemaRepository(jdbc).extensions());
    }

    /** Normalised statements by query id; empty without pg_stat_statements. */
    Map<Long, String> texts(Target target, Collection<Long> queryIds) {
        return door.of(target).read(jdbc -> {
            var statements = new StatementsRepository(jdbc);
            return statements
                    .extensionSchema()
                    .map(schema -> statements.texts(schema, queryIds))
                    .orElse(Map.of());
        });
    }
}
