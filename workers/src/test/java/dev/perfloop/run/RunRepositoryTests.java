package dev.perfloop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunRepositoryTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final RunId FIRST = new RunId("first");

    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final RunRepository runs = new RunRepository(jdbc);

    @BeforeEach
    void registerTarget() {
        jdbc.sql("INSERT INTO target VALUES ('shop', 'name: shop', 'x', now(), now())")
                .update();
        runs.request(FIRST, "shop", "name: shop", Intensity.QUICK, "operator", NOON);
    }

    @Test
    void aTargetHasOneActiveRun() {
        runs.request(new RunId("second"), "shop", "name: shop", Intensity.QUICK, "operator", NOON);

        assertThat(runs.find(new RunId("second"))).isEmpty();
        assertThat(runs.activeOn("shop")).map(Run::id).contains(FIRST);
    }

    @Test
    void aRunIsClaimedByOneProcessInstanceAsOftenAsItAsks() {
        assertThat(runs.claim(FIRST, 7, NOON)).isTrue();
        assertThat(runs.claim(FIRST, 7, NOON.plusSeconds(60))).isTrue();
        assertThat(runs.claim(FIRST, 8, NOON)).isFalse();
        assertThat(runs.find(FIRST)).map(Run::startedAt).contains(NOON);
    }

    @Test
    void anEndIsWrittenOnce() {
        runs.end(FIRST, RunOutcome.TARGETS_MET, "{}", NOON);
        runs.end(FIRST, RunOutcome.FAILED, "{}", NOON.plusSeconds(1));

        assertThat(runs.find(FIRST)).map(Run::outcome).contains(RunOutcome.TARGETS_MET);
        assertThat(runs.activeOn("shop")).isEmpty();
    }
}
