package dev.perfloop.load.checks;

import static dev.perfloop.load.checks.Around.LONG_AGO;
import static dev.perfloop.load.checks.Around.NOTHING_DONE;
import static dev.perfloop.load.checks.Around.START;
import static dev.perfloop.load.checks.Around.at;
import static dev.perfloop.load.checks.Around.checkpoints;
import static dev.perfloop.load.checks.Around.databases;
import static dev.perfloop.load.checks.Around.processors;
import static dev.perfloop.load.checks.Around.services;
import static dev.perfloop.load.checks.Around.started;
import static dev.perfloop.load.checks.Around.vacuums;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.load.checks.Check.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisturbancesTests {

    @Test
    void timedCheckpointIsNoStorm() {
        Check check = Checkpoints.check(databases(15, i -> checkpoints(7, i / 5)));

        assertThat(check.state()).isEqualTo(State.FINE);
        assertThat(check.words()).contains("2 came in its turn");
    }

    @Test
    void checkpointThatSomebodyRequestedInTheMidstSpoilsTheTest() {
        Check check = Checkpoints.check(databases(15, i -> checkpoints(i < 8 ? 7 : 8, 0)));

        assertThat(check.spoils()).isTrue();
        assertThat(check.words()).contains("1 checkpoints were requested").contains("raise max_wal_size");
    }

    @Test
    void checkpointsThatTheLoadItselfKeepsRequestingAreSaidAndJudged() {
        Check check = Checkpoints.check(databases(15, i -> checkpoints(i / 3, 0)));

        assertThat(check.state()).isEqualTo(State.NOTED);
        assertThat(check.words()).contains("the load itself fills max_wal_size");
    }

    @Test
    void countersThatWereResetTellNothing() {
        assertThat(Checkpoints.check(databases(15, i -> checkpoints(i < 8 ? 70 : 0, 0)))
                        .state())
                .isEqualTo(State.NOT_LOOKED_AT);
    }

    @Test
    void autovacuumOnSmallTablesIsEverydayWork() {
        assertThat(Autovacuum.check(databases(15, i -> vacuums(2, ""))).state()).isEqualTo(State.FINE);
    }

    @Test
    void allWorkersAtOnceAreAStorm() {
        Check check = Autovacuum.check(databases(16, i -> vacuums(i < 4 ? 3 : 0, "")));

        assertThat(check.spoils()).isTrue();
        assertThat(check.words()).contains("25 % of the steady part (all 3 workers)");
    }

    @Test
    void vacuumOfABigTableIsAStormOnlyWhenItLasts() {
        assertThat(Autovacuum.check(databases(16, i -> vacuums(1, i < 5 ? "orders" : "")))
                        .words())
                .contains("(orders)");
        assertThat(Autovacuum.check(databases(16, i -> vacuums(1, i < 3 ? "orders" : "")))
                        .state())
                .isEqualTo(State.FINE);
    }

    @Test
    void whoMayNotSeeOthersHasNotLookedForVacuums() {
        var blind = new DatabaseReading(LONG_AGO, 0, 0, false, 0, 3, "", 1, 100, 0, 0, 0, NOTHING_DONE);

        Check check = Autovacuum.check(databases(15, i -> blind));

        assertThat(check.state()).isEqualTo(State.NOT_LOOKED_AT);
        assertThat(check.words()).contains("GRANT pg_monitor");
    }

    @Test
    void restartOfTheServerSpoilsTheTest() {
        var before = checkpoints(0, 0);
        var after = new DatabaseReading(at(9), 0, 0, true, 0, 3, "", 10, 100, 1, 0, 0, NOTHING_DONE);

        assertThat(Restarts.ofDatabase(databases(15, i -> i < 5 ? before : after)))
                .satisfies(check -> assertThat(check.spoils()).isTrue())
                .satisfies(check -> assertThat(check.words()).contains("restarted at 2026-11-21T12:00:09Z"));
        assertThat(Restarts.ofDatabase(databases(15, i -> before)).state()).isEqualTo(State.FINE);
    }

    @Test
    void restartOfTheServiceSpoilsTheTestButInstancesThatAnswerInTurnDoNot() {
        assertThat(Restarts.ofService(services(9, i -> started(i < 5 ? LONG_AGO : at(9))))
                        .spoils())
                .isTrue();
        assertThat(Restarts.ofService(services(9, i -> started(i % 2 == 0 ? LONG_AGO : LONG_AGO.plusSeconds(60))))
                        .state())
                .isEqualTo(State.FINE);
    }

    @Test
    void serviceWithoutItsStartTimeWasNotLookedAt() {
        Check check = Restarts.ofService(services(9, i -> started(null)));

        assertThat(check.state()).isEqualTo(State.NOT_LOOKED_AT);
        assertThat(check.words()).contains("process_start_time_seconds");
    }

    @Test
    void timeThatTheHypervisorGaveToOthersSpoilsTheTest() {
        assertThat(StolenTime.check(processors(15, i -> new ProcessorTime(4000L * i, 240L * i)), 0.05))
                .satisfies(check -> assertThat(check.spoils()).isTrue())
                .satisfies(check -> assertThat(check.words()).contains("6 % of this machine's CPU time"));
        assertThat(StolenTime.check(processors(15, i -> new ProcessorTime(4000L * i, 160L * i)), 0.05)
                        .state())
                .isEqualTo(State.FINE);
        assertThat(StolenTime.check(processors(1, i -> new ProcessorTime(4000, 0)), 0.05)
                        .state())
                .isEqualTo(State.NOT_LOOKED_AT);
    }

    @Test
    void whatCouldNotBeAskedIsSaidNeverPassed() {
        assertThat(Disturbances.checks(Around.blind("No right: grant it."), START, at(60), 0.05))
                .allSatisfy(check -> assertThat(check.state()).isEqualTo(State.NOT_LOOKED_AT))
                .allSatisfy(check -> assertThat(check.words()).isEqualTo("No right: grant it."));
        assertThat(Disturbances.checks(List.of(), START, at(60), 0.05))
                .allSatisfy(check -> assertThat(check.state()).isEqualTo(State.NOT_LOOKED_AT));
    }

    @Test
    void onlyTheSteadyPartIsLookedAtForStorms() {
        List<Reading> readings = databases(30, i -> checkpoints(i < 3 ? 0 : 1, 0));

        assertThat(Disturbances.checks(readings, at(10), at(60), 0.05))
                .filteredOn(check -> check.subject().equals("Checkpoints"))
                .allSatisfy(check -> assertThat(check.state()).isEqualTo(State.FINE));
    }

    @Test
    void generatorThatItsContainerThrottledIsNoMeasure() {
        assertThat(Throttling.check(600, 7).spoils()).isTrue();
        assertThat(Throttling.check(600, 6).state()).isEqualTo(State.FINE);
        assertThat(Throttling.check(0, 0).state()).isEqualTo(State.FINE);
        assertThat(Throttling.check(-1, 0).state()).isEqualTo(State.NOT_LOOKED_AT);
    }
}
