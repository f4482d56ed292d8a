package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MeasurementRepositoryTests {
    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final MeasurementRepository measurements = new MeasurementRepository(jdbc);

    @Test
    void aTestOfTwelveSecondsLastedOnlyIfItBrokeOff() {
        var rows = new MeasuredRows(jdbc);
        rows.target();
        rows.run("run");
        rows.load("run", "BEFORE", Profiles.BASELINE, 1, 100);
        jdbc.sql("DELETE FROM load_window WHERE second >= timestamptz '2026-01-01' + interval '12 s'")
                .update();

        assertThat(before().lasted(12)).isTrue();
        assertThat(before().lasted(20)).isFalse();
        jdbc.sql("UPDATE load_test SET broke_off = true").update();
        assertThat(before().lasted(20)).isTrue();
    }

    private Arm before() {
        return measurements.profiles(new RunId("run"), "BEFORE").arm(Profiles.BASELINE, Profiles.ALL);
    }
}
