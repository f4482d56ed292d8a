package dev.perfloop.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.Progress;
import dev.perfloop.load.gatling.RecordedSecond;
import dev.perfloop.run.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Follows a generator: stores its seconds and tells watchers as they come, and hears when a person has had enough. */
@Component
class LoadFollowing {
    /** A person's abort is heard within so long; ending the generator takes a moment more. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Start of the generator's JVM, last time-outs and drawing the report. */
    private static final Duration SLACK = Duration.ofMinutes(3);

    private final LoadTestRepository tests;
    private final InjectorRepository injectors;
    private final LoadAbortRepository aborts;
    private final Journal journal;
    private final LoadProperties properties;
    private final ObjectMapper json;

    LoadFollowing(
            LoadTestRepository tests,
            InjectorRepository injectors,
            LoadAbortRepository aborts,
            Journal journal,
            LoadProperties properties,
            ObjectMapper json) {
        this.tests = tests;
        this.injectors = injectors;
        this.aborts = aborts;
        this.journal = journal;
        this.properties = properties;
        this.json = json;
    }

    /** Returns when the generator has ended, or with the words for why it must end now. */
    Optional<String> untilEnd(Drive drive, String id, LoadOrder order, LoadShape shape, LoadWatch watch)
            throws InterruptedException, IOException {
        long deadline = System.nanoTime()
                + Duration.ofSeconds(shape.warmupSeconds() + shape.durationSeconds())
                        .plus(properties.requestTimeout())
                        .plus(SLACK)
                        .toNanos();
        while (drive.isRunning()) {
            Optional<Progress> progress = drive.next(LOOK);
            keep(id, order, drive.seconds());
            progress.ifPresent(now -> tell(id, order, now, watch));
            watch.stopIfUnwanted();
            Optional<String> by = aborts.wantedBy(id);
            if (by.isPresent()) {
                return by.map(LoadAbortRepository::words);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The load generator did not come to an end.");
            }
        }
        keep(id, order, drive.seconds());
        return Optional.empty();
    }

    private void keep(String id, LoadOrder order, List<RecordedSecond> seconds) {
        if (order.isShared()) {
            injectors.add(id, order.injector(), seconds);
        } else {
            tests.add(id, seconds);
        }
    }

    /** The leader speaks for all injectors of a load. */
    private void tell(String id, LoadOrder order, Progress own, LoadWatch watch) {
        if (!order.isShared()) {
            announce(LoadEvent.of(id, order, own), own.percent(), order, watch);
            return;
        }
        injectors.progressed(order, own);
        if (order.leads()) {
            Progress all = Shares.progress(injectors.progress(order.name()));
            announce(LoadEvent.of(id, order, all), all.percent(), order, watch);
        } else {
            watch.progress(
                    own.percent(),
                    "%s: %d of %d s, %.0f requests/s"
                            .formatted(order.injectorInWords(), own.elapsed(), own.of(), own.rate()));
        }
    }

    private void announce(LoadEvent event, int percent, LoadOrder order, LoadWatch watch) {
        watch.progress(percent, event.inWords());
        try {
            journal.announce(order.run(), LoadEvent.KIND, json.writeValueAsString(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
