package dev.perfloop.weekly;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.weekly.lasting.Lasting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks for the reports of weeks that have ended, makes what was asked for, and counts the use of kept indexes in between. What takes long
 * is done aside: all beats with a fixed delay share one thread.
 */
@Component
class WeeklyBeat implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WeeklyBeat.class);

    private final TargetReportRepository rows;
    private final Reporting reporting;
    private final Lasting lasting;
    private final TargetReader reader;
    private final Zones zones;
    private final WeeklyProperties properties;
    private final InstantSource clock;
    private final Semaphore making = new Semaphore(1);
    private final Semaphore counting = new Semaphore(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WeeklyBeat(
            TargetReportRepository rows,
            Reporting reporting,
            Lasting lasting,
            TargetReader reader,
            Zones zones,
            WeeklyProperties properties,
            InstantSource clock) {
        this.rows = rows;
        this.reporting = reporting;
        this.lasting = lasting;
        this.reader = reader;
        this.zones = zones;
        this.properties = properties;
        this.clock = clock;
    }

    /** Weeks that ended while all of us were away are not made up for but the last. */
    @Scheduled(fixedDelayString = "${perfloop.weekly.ask-every:PT1M}", initialDelayString = "PT20S")
    void askForWeeks() {
        if (!properties.on()) {
            return;
        }
        Instant now = clock.instant();
        eachMonitored(target -> {
            var week = Span.lastWeek(now, properties.firstDay(), zones.of(target));
            if (!week.due(properties.at()).isAfter(now)) {
                rows.askOnce(target.name(), week, now);
            }
        });
    }

    @Scheduled(fixedDelayString = "${perfloop.weekly.make-every:PT2S}", initialDelayString = "PT10S")
    void makeAside() {
        aside(making, this::make);
    }

    void make() {
        quietly(() -> {
            while (reporting.makeNext()) {
                LOG.debug("And the next report");
            }
        });
    }

    @Scheduled(fixedDelayString = "${perfloop.weekly.count-every:PT10M}", initialDelayString = "PT1M")
    void countAside() {
        aside(counting, this::countUse);
    }

    void countUse() {
        eachMonitored(lasting::countWhenDue);
        quietly(() -> rows.forgetAsked(clock.instant().minus(properties.keepAsked())));
    }

    /** Unless it is still at it. */
    private void aside(Semaphore turn, Runnable work) {
        if (turn.tryAcquire()) {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    turn.release();
                }
            });
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private void eachMonitored(Consumer<Target> work) {
        quietly(() -> rows.monitored().forEach((name, definition) -> {
            try {
                work.accept(reader.read(definition));
            } catch (TargetRefused unreadable) {
                LOG.warn("Target {} gets no weekly report: {}", name, unreadable.getMessage());
            }
        }));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException away) {
            LOG.warn("Reports of weeks wait while Perfloop's own database is away: {}", away.getMessage());
        }
    }
}
