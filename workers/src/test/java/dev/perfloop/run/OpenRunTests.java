package dev.perfloop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.support.Database;
import dev.perfloop.target.TargetRefused;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Started by hand in Operate, where nobody was asked whether there is room. */
class OpenRunTests {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final OpenRun openRun = new OpenRun(new RunRepository(jdbc), NOON);

    @BeforeEach
    void aTarget() {
        jdbc.sql("INSERT INTO target VALUES ('shop', 'name: shop', 'x', now(), now())")
                .update();
    }

    @Test
    void itWaitsForThePersonWhileAChangeIsBeingTakenBack() {
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, outcome, requested_by, requested_at)
                        VALUES ('r1', 'shop', '', 'QUICK', 'ENDED', 'TARGETS_MET', 'ann', now())""").update();
        jdbc.sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                        VALUES ('c1', 'r1', 1, 'CREATE_INDEX', '{}', '', '', 'KEPT')""").update();
        jdbc.sql(
                        "INSERT INTO take_back (id, change_id, wished_by, wished_at, reason) VALUES ('t1', 'c1', 'ann', now(), '')")
                .update();

        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> openRun.open("shop", null, null, 42))
                .withMessageContaining("A change is being taken back from target shop");

        jdbc.sql("UPDATE take_back SET outcome = 'REFUSED', ended_at = now()").update();
        assertThat(openRun.open("shop", null, null, 42).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void anotherInstanceIsToldOfTheRunThatIsAtWork() {
        openRun.open("shop", null, null, 42);

        assertThat(openRun.open("shop", null, null, 42).processInstanceKey()).isEqualTo(42);
        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> openRun.open("shop", null, null, 43))
                .withMessageContaining("has an active run already");
    }
}
