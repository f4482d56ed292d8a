package dev.perfloop.load.checks;

import dev.perfloop.camunda.Remedy;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Looks around while a load test runs. */
@Component
public class Surroundings {
    /** Two rows read: far below what the load itself does. */
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** Writing its metrics out costs a service more than a look at the database does. */
    private static final int LOOKS_A_SCRAPE = 5;
    /** For a count that was asked for before the load began. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerStateRepository server;
    private final ServiceState service;
    private final Processors processors;
    private final StatementCounts counts;
    private final InstantSource clock;

    Surroundings(
            ServerStateRepository server,
            ServiceState service,
            Processors processors,
            StatementCounts counts,
            InstantSource clock) {
        this.server = server;
        this.service = service;
        this.processors = processors;
        this.counts = counts;
        this.clock = clock;
    }

    /** Looks until it is closed, in a thread of its own: a target that answers late holds nobody up. */
    public Watch watch(Target target) {
        return new Watch(target);
    }

    public final class Watch implements AutoCloseable {
        private final Target target;
        private final List<Reading> readings = new ArrayList<>();
        private final Future<Optional<Map<Long, StatementCount>>> countedBefore;
        private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("load-surroundings").factory());

        private Watch(Target target) {
            this.target = target;
            countedBefore = looking.submit(() -> counts.start(target));
            looking.scheduleWithFixedDelay(() -> look(false), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** All readings, after a last one at everything. */
        public List<Reading> readings() {
            look(true);
            synchronized (readings) {
                return readings.stream()
                        .sorted(Comparator.comparing(Reading::at))
                        .toList();
            }
        }

        /** What the target's statements did since the watch began, the heaviest first; none where nobody counts them. */
        public List<StatementCount> statements() throws InterruptedException {
            try {
                return countedBefore
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .map(before -> counts.since(before, target))
                        .orElse(List.of());
            } catch (ExecutionException | TimeoutException notTold) {
                return List.of();
            }
        }

        private void look(boolean atEverything) {
            boolean scrape;
            synchronized (readings) {
                scrape = atEverything || readings.size() % LOOKS_A_SCRAPE == 0;
            }
            var at = clock.instant();
            var reading = new Reading(
                    at, database(), scrape ? service.read(target.metrics()) : new Look.NotNow<>(), processors.read());
            synchronized (readings) {
                readings.add(reading);
            }
        }

        /** Whatever goes wrong here must not end the looking, and much less the load test. */
        private Look<DatabaseReading> database() {
            try {
                return new Look.Seen<>(server.read(target));
            } catch (RuntimeException failure) {
                String mend = failure instanceof Remedy remedy ? " " + remedy.mend() : "";
                return new Look.Blind<>("The database could not be asked: " + failure.getMessage() + mend);
            }
        }

        @Override
        public void close() {
            looking.shutdownNow();
        }
    }
}
