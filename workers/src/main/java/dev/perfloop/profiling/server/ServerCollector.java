package dev.perfloop.profiling.server;

import dev.perfloop.profiling.Collector;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Watches locks, open transactions and the work of the database server; each part that cannot be read is said, the rest kept. */
@Component
class ServerCollector implements Collector {
    /** Prepared transactions and replication slots stay for long. */
    private static final int SAMPLES_BETWEEN_LOOKS = 10;

    private final ServerRepository server;
    private final Profiles profiles;
    private final BlindSpots blindSpots;
    private final InstantSource clock;

    ServerCollector(ServerRepository server, Profiles profiles, BlindSpots blindSpots, InstantSource clock) {
        this.server = server;
        this.profiles = profiles;
        this.blindSpots = blindSpots;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "locks, transactions, checkpoints and I/O of the database server";
    }

    @Override
    public Watch begin(RunId run, Target target) {
        return new ServerWatch(run, target, server.version(target));
    }

    private final class ServerWatch implements Watch {
        private final RunId run;
        private final Target target;
        private final int version;
        private final Instant began;
        private final Work start;
        private final SeenSessions seen = new SeenSessions();
        private int samples;

        ServerWatch(RunId run, Target target, int version) {
            this.run = run;
            this.target = target;
            this.version = version;
            this.began = clock.instant();
            this.start = work();
        }

        @Override
        public void sample(Instant at) {
            try {
                var moment = server.moment(target, samples % SAMPLES_BETWEEN_LOOKS == 0);
                double watched = Duration.between(began, at).toMillis() / 1000.0;
                seen.add(
                        moment.sessions().stream()
                                .map(it -> it.pid() == 0 && it.seconds() == 0 ? it.open(watched) : it)
                                .toList(),
                        moment.locks());
                samples++;
            } catch (TargetUnavailable busy) {
                // As may happen under load; who counts the samples says so when there are too few.
            }
        }

        @Override
        public void finish() {
            var work =
                    work().since(start, Duration.between(began, clock.instant()).toMillis() / 1000.0);
            Map<Long, String> texts =
                    orSaid("the texts of waiting statements", () -> server.texts(target, seen.queryIds()), Map.of());
            profiles.save(
                    run,
                    new ServerFacts(
                            orSaid("foreign keys", () -> server.foreignKeys(target), List.of()),
                            seen.waits(texts),
                            seen.open(texts),
                            work.database(),
                            work.checkpoints(),
                            work.io(),
                            orSaid("extensions", () -> server.extensions(target), List.of())));
        }

        private Work work() {
            return orSaid(
                    "checkpoints and I/O of the database server",
                    () -> server.work(target, version),
                    new Work(null, null, List.of()));
        }

        private <T> T orSaid(String what, Supplier<T> reading, T otherwise) {
            try {
                return reading.get();
            } catch (RuntimeException failure) {
                blindSpots.add(
                        run,
                        what,
                        "they could not be read: " + failure.getMessage(),
                        "GRANT pg_monitor TO " + target.database().user() + ";");
                return otherwise;
            }
        }
    }
}
