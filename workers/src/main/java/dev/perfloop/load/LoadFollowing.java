package dev.perfloop.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.Progress;
import dev.perfloop.run.Journal;
import java.io.IOException;
import java.time.Duration;
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
    private final LoadAbortRepository aborts;
    private final Journal journal;
    private final LoadProperties properties;
    private final ObjectMapper json;

    LoadFollowing(
            LoadTestRepository tests,
            LoadAbortRepository aborts,
            Journal journal,
            LoadProperties properties,
            ObjectMapper json) {
        this.tests = tests;
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
            tests.add(id, drive.seconds());
            progress.ifPresent(now -> tell(LoadEvent.of(id, order, now), now.percent(), order, watch));
            watch.stopIfUnwanted();
            Optional<String> by = aborts.wantedBy(id);
            if (by.isPresent()) {
                return by.map(LoadAbortRepository::words);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The load generator did not come to an end.");
            }
        }
        tests.add(id, drive.seconds());
        return Optional.empty();
    }

    private void tell(LoadEvent event, int percent, LoadOrder order, LoadWatch watch) {
        watch.progress(percent, event.inWords());
        try {
            journal.announce(order.run(), LoadEvent.KIND, json.writeValueAsString(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
