package dev.perfloop.load.checks;

import static dev.perfloop.load.checks.Around.LONG_AGO;
import static dev.perfloop.load.checks.Around.databases;
import static dev.perfloop.load.checks.Around.services;
import static dev.perfloop.load.checks.Around.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.load.checks.Check.State;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SaturationTests {

    @Test
    void poolThatThreadsWaitForIsNamed() {
        var service = new ServiceReading(LONG_AGO, 0.2, 0.4, 1e8, 10.0, 10.0, 34.0);

        Check pool = named("pool", Saturation.checks(services(5, i -> service), 0.3));

        assertThat(pool.state()).isEqualTo(State.NOTED);
        assertThat(pool.words()).isEqualTo("10 of 10 connections in use at most, 34 threads waiting for one.");
    }

    @Test
    void processorsThatAreUsedUpAreNamed() {
        var service = new ServiceReading(LONG_AGO, 0.5, 0.97, 1e8, 3.0, 10.0, 0.0);
        List<Check> checks = Saturation.checks(services(5, i -> service), 0.95);

        assertThat(named("CPU of the service", checks).words()).isEqualTo("97 % at most, 50 % by the service itself.");
        assertThat(named("CPU of the service", checks).state()).isEqualTo(State.NOTED);
        assertThat(named("pool", checks).state()).isEqualTo(State.FINE);
        assertThat(named("CPU of the generator", checks).state()).isEqualTo(State.NOTED);
    }

    @Test
    void serverWithoutRoomAndSessionsThatWaitForEachOtherAreNamed() {
        List<Check> checks = Saturation.checks(databases(5, i -> sessions(95, 2, 30)), 0.1);

        assertThat(named("connections of PostgreSQL", checks).words()).isEqualTo("95 of max_connections 100 at most.");
        assertThat(named("connections of PostgreSQL", checks).state()).isEqualTo(State.NOTED);
        assertThat(named("sessions", checks).state()).isEqualTo(State.NOTED);
    }

    @Test
    void whatNobodyTellsIsSaid() {
        assertThat(Saturation.checks(Around.blind("No metrics."), 0.1).stream().limit(3))
                .allSatisfy(check -> assertThat(check.state()).isEqualTo(State.NOT_LOOKED_AT))
                .allSatisfy(check -> assertThat(check.words()).isEqualTo("No metrics."));
    }

    private static Check named(String part, List<Check> checks) {
        return checks.stream()
                .flatMap(check -> check.subject().contains(part) ? Stream.of(check) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }
}
