package dev.perfloop.monitoring;

import dev.perfloop.monitoring.store.RollUps;
import dev.perfloop.monitoring.store.Upkeep;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has every monitored target read at its own beat. The process engine is not asked for that: 200 targets at 15 s would be 13
 * process steps a second that decide nothing. Several processes share the targets between them.
 */
@Component
class CollectionBeat implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CollectionBeat.class);

    private final MonitoringRepository monitored;
    private final TargetReader reader;
    private final Collecting collecting;
    private final RollUps rollUps;
    private final Upkeep upkeep;
    private final MonitoringProperties properties;
    private final InstantSource clock;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CollectionBeat(
            MonitoringRepository monitored,
            TargetReader reader,
            Collecting collecting,
            RollUps rollUps,
            Upkeep upkeep,
            MonitoringProperties properties,
            InstantSource clock) {
        this.monitored = monitored;
        this.reader = reader;
        this.collecting = collecting;
        this.rollUps = rollUps;
        this.upkeep = upkeep;
        this.properties = properties;
        this.clock = clock;
        this.free = new Semaphore(properties.atOnce());
    }

    @Scheduled(fixedDelayString = "${perfloop.monitoring.look-every:PT0.5S}", initialDelayString = "PT5S")
    void beat() {
        int most = properties.collect() ? free.drainPermits() : 0;
        if (most == 0) {
            return;
        }
        int taken = 0;
        try {
            for (var due : monitored.claim(clock.instant(), most)) {
                threads.submit(() -> read(due));
                taken++;
            }
        } catch (DataAccessException away) {
            LOG.warn("Nothing is collected while Perfloop's own database is away: {}", away.getMessage());
        } finally {
            free.release(most - taken);
        }
    }

    private void read(Monitored due) {
        try {
            collecting.collect(
                    reader.read(due.definition()), due.every(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (TargetRefused refused) {
            LOG.warn("Target {} is not read: {}", due.target(), refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("Target {} is not read", due.target(), failure);
        } finally {
            free.release();
        }
    }

    @Scheduled(fixedDelayString = "${perfloop.monitoring.roll-up-every:PT15S}", initialDelayString = "PT15S")
    void rollUp() {
        quietly("Rolling up", rollUps::catchUp);
    }

    @Scheduled(fixedDelayString = "${perfloop.monitoring.upkeep-every:PT1H}", initialDelayString = "PT10S")
    void keepUp() {
        quietly("The upkeep of the series", upkeep::run);
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException away) {
            LOG.warn("{} is put off: {}", what, away.getMessage());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
