package dev.perfloop.load;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the tests of runs that ended while the tests' worker was dead. Their jobs are gone with the run, so no other worker
 * comes by that would.
 */
@Component
class LeftLoads {
    private static final Logger log = LoggerFactory.getLogger(LeftLoads.class);
    /** A worker that lives hears of a cancelled run within seconds and says itself how its test ended. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LoadTestRepository tests;
    private final InstantSource clock;

    LeftLoads(LoadTestRepository tests, InstantSource clock) {
        this.tests = tests;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void end() {
        try {
            Instant now = clock.instant();
            int left = tests.loseLeft(now.minus(PATIENCE), now);
            if (left > 0) {
                log.warn("action=lose-left-loads result=ok count={}", left);
            }
        } catch (DataAccessException away) {
            log.warn("Load tests are left running while Perfloop's own database is away: {}", away.getMessage());
        }
    }
}
