package dev.perfloop.profiling.server;

import dev.perfloop.profiling.ServerFacts.Checkpoints;
import dev.perfloop.profiling.ServerFacts.DatabaseWork;
import dev.perfloop.profiling.ServerFacts.IoWork;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counters of the server at one moment; null where they could not be read. Counters that went back were reset in between. */
record Work(@Nullable DatabaseWork database, @Nullable Checkpoints checkpoints, List<IoWork> io) {

    Work since(Work start, double seconds) {
        return new Work(
                database == null || start.database == null ? null : database(database, start.database),
                checkpoints == null || start.checkpoints == null
                        ? null
                        : checkpoints(checkpoints, start.checkpoints, seconds),
                io.stream()
                        .map(it -> start.io.stream()
                                .filter(was -> Objects.equals(it.backendType(), was.backendType())
                                        && Objects.equals(it.context(), was.context()))
                                .findFirst()
                                .map(was -> io(it, was))
                                .orElse(it))
                        .filter(it -> it.reads() + it.writes() + it.evictions() > 0)
                        .toList());
    }

    private static DatabaseWork database(DatabaseWork end, DatabaseWork start) {
        if (end.commits() < start.commits()) {
            return end;
        }
        return new DatabaseWork(
                end.commits() - start.commits(),
                end.rollbacks() - start.rollbacks(),
                end.blocksHit() - start.blocksHit(),
                end.blocksRead() - start.blocksRead(),
                end.readMs() - start.readMs(),
                end.writeMs() - start.writeMs(),
                end.tempFiles() - start.tempFiles(),
                end.tempBytes() - start.tempBytes(),
                end.deadlocks() - start.deadlocks());
    }

    private static Checkpoints checkpoints(Checkpoints end, Checkpoints start, double seconds) {
        boolean reset = end.timed() < start.timed() || end.requested() < start.requested();
        Checkpoints from = reset ? new Checkpoints(0, 0, 0, 0, 0, 0, 0) : start;
        return new Checkpoints(
                end.timed() - from.timed(),
                end.requested() - from.requested(),
                end.writeMs() - from.writeMs(),
                end.syncMs() - from.syncMs(),
                end.buffersByCheckpointer() - from.buffersByCheckpointer(),
                Math.max(0, end.buffersByBackends() - from.buffersByBackends()),
                seconds);
    }

    private static IoWork io(IoWork end, IoWork start) {
        if (end.reads() < start.reads() || end.writes() < start.writes()) {
            return end;
        }
        return new IoWork(
                end.backendType(),
                end.context(),
                end.reads() - start.reads(),
                end.readMs() - start.readMs(),
                end.writes() - start.writes(),
                end.writeMs() - start.writeMs(),
                end.evictions() - start.evictions());
    }
}
