package dev.perfloop.load.checks;

import static dev.perfloop.load.checks.Around.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTests {
    private static final DatabaseWork WORK = new DatabaseWork(4_096, 3, 200, 7);

    @Test
    void whatIsToldIsKeptUnderItsNameAndWhatIsNotIsLeftOut() {
        var service = new ServiceReading(LONG_AGO, 0.25, null, 1e8, null, 10.0, null);
        var reading = new Reading(
                Around.START, new Look.Seen<>(database(true)), new Look.Seen<>(service), new Look.NotNow<>());

        List<Measured> measured = Measured.of(List.of(reading));

        assertThat(measured)
                .contains(
                        new Measured(Around.START, "connections", 12),
                        new Measured(Around.START, "running_sessions", 4),
                        new Measured(Around.START, "wal_bytes_total", 4_096),
                        new Measured(Around.START, "process_cpu_share", 0.25),
                        new Measured(Around.START, "pool_max_connections", 10))
                .extracting(Measured::metric)
                .doesNotContain("system_cpu_share", "pool_active_connections");
    }

    @Test
    void sessionsOfOthersAreNotCountedAsNoneWhereTheyCannotBeSeen() {
        var reading = new Reading(
                Around.START, new Look.Seen<>(database(false)), new Look.Blind<>("No."), new Look.NotNow<>());

        assertThat(Measured.of(List.of(reading)))
                .extracting(Measured::metric)
                .contains("connections", "rows_written_total")
                .doesNotContain("running_sessions", "lock_waiting_sessions", "disk_waiting_sessions");
    }

    private static DatabaseReading database(boolean seesAll) {
        return new DatabaseReading(LONG_AGO, 0, 0, seesAll, 0, 3, "", 12, 100, 4, 0, 1, WORK);
    }
}
