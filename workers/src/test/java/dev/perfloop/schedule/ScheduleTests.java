package dev.perfloop.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.Intensity;
import dev.perfloop.run.RunId;
import dev.perfloop.run.RunRequests;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScheduleTests {
    private static final String ID = ScheduleRow.ID;
    private static final Instant EVENING = Instant.parse("2026-11-21T20:00:00Z");
    private static final Instant AT_TWO = Instant.parse("2026-11-22T01:00:00Z");
    private static final RunId RUN = new RunId("20261122-010000-k7x2p9");

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final ScheduleRow row = new ScheduleRow(jdbc);
    private AnnotationConfigApplicationContext rooms;
    private PlanTimes plans;
    private DueTimes dues;
    private static volatile Instant now = EVENING;

    static class Clock implements InstantSource {
        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void nightlyInBerlin() {
        now = EVENING;
        rooms = Rooms.open(ours, List.of(Clock.class), "run", "target", "schedule");
        plans = rooms.getBean(PlanTimes.class);
        dues = rooms.getBean(DueTimes.class);
        row.made("0 2 * * *", "Europe/Berlin", EVENING);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void itWaitsForTheNextTimeOnItsOwnClockAndSaysSo() {
        assertThat(plans.plan(ID, 7)).isEqualTo(new PlanTimes.Next(false, AT_TWO));

        assertThat(jdbc.sql("SELECT seen_version, process_instance_key FROM schedule")
                        .query()
                        .singleRow())
                .containsEntry("seen_version", 1L)
                .containsEntry("process_instance_key", 7L);
        assertThat(jdbc.sql("SELECT next_due FROM schedule")
                        .query((found, n) ->
                                found.getObject(1, OffsetDateTime.class).toInstant())
                        .single())
                .isEqualTo(AT_TWO);
    }

    @Test
    void aRunBeginsWithItsMessageInTheNameOfWhoStandsForIt() {
        row.target("");
        plan();

        assertThat(decide(AT_TWO)).contains(RUN);

        assertThat(jdbc.sql("SELECT target, intensity, status, requested_by FROM run")
                        .query()
                        .singleRow())
                .containsValues("shop", "STANDARD", "REQUESTED", "bob");
        assertThat(jdbc.sql("SELECT name || ' ' || variables FROM start_message")
                        .query(String.class)
                        .single())
                .startsWith("optimization-requested")
                .contains("\"target\": \"shop\"", "\"runId\": \"" + RUN + "\"", "\"intensity\": \"STANDARD\"");
        assertThat(plan()).contains(Instant.parse("2026-11-23T01:00:00Z"));
    }

    /** A worker is killed after its rows are written, before the engine hears of it. */
    @Test
    void aTimeThatComesAgainIsTheSameRun() {
        row.target("");
        plan();
        decide(AT_TWO);

        assertThat(decide(AT_TWO)).contains(RUN);

        row.endRuns();
        assertThat(decide(AT_TWO)).contains(RUN);
        assertThat(rooms.getBean(RunRequests.class).waiting(RUN))
                .as("nothing to send")
                .isEmpty();
        assertThat(count("run")).isEqualTo(1);
        assertThat(count("schedule_tick")).isEqualTo(1);
    }

    @Test
    void manyWorkersThatDecideAtOnceBeginOneRun() throws Exception {
        row.target("");
        plan();
        now = AT_TWO;
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Optional<RunId>> decide = () -> dues.decide(ID, AT_TWO);
            List<Future<Optional<RunId>>> answers =
                    threads.invokeAll(Stream.generate(() -> decide).limit(24).toList());
            for (var answer : answers) {
                assertThat(answer.get()).contains(RUN);
            }
        }
        assertThat(count("run")).isEqualTo(1);
    }

    @Test
    void noRunBeginsBesideAnother() {
        row.target("");
        rooms.getBean(RunRequests.class).request(new RunId("by-hand"), "shop", Intensity.QUICK, "ann");
        plan();

        assertThat(decide(AT_TWO)).isEmpty();

        assertThat(why())
                .isEqualTo("Run by-hand was at work on the target: two loads at once would measure each other.");
        assertThat(decide(AT_TWO)).as("asked again").isEmpty();
        assertThat(plan()).contains(Instant.parse("2026-11-23T01:00:00Z"));
    }

    @Test
    void noRunBeginsWhileAChangeIsBeingTakenBack() {
        row.target("");
        rooms.getBean(RunRequests.class).request(new RunId("before"), "shop", Intensity.QUICK, "ann");
        row.endRuns();
        jdbc.sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                        VALUES ('c1', 'before', 1, 'CREATE_INDEX', '{}', '', '', 'KEPT')""").update();
        jdbc.sql(
                        "INSERT INTO take_back (id, change_id, wished_by, wished_at, reason) VALUES ('t1', 'c1', 'ann', now(), '')")
                .update();
        plan();

        assertThat(decide(AT_TWO)).isEmpty();
        assertThat(why()).isEqualTo("Change c1 was being taken back: a run would have measured in between.");
    }

    @Test
    void outsideOfTheMaintenanceWindowsNoRunBegins() {
        row.target("guards: { maintenance: [\"Sun 03:00-05:00 Europe/Berlin\"] }\n");
        plan();

        assertThat(decide(AT_TWO)).isEmpty();
        assertThat(why()).contains("No maintenance window of the target was open");
    }

    @Test
    void inAMaintenanceWindowItBegins() {
        row.target("guards: { maintenance: [\"Sun 01:30-05:00 Europe/Berlin\"] }\n");
        plan();

        assertThat(decide(AT_TWO)).contains(RUN);
    }

    @Test
    void whoWantsRunsOutsideOfTheWindowsHasThem() {
        row.target("guards: { maintenance: [\"Sun 03:00-05:00\"] }\n");
        jdbc.sql("UPDATE schedule SET in_windows_only = false").update();
        plan();

        assertThat(decide(AT_TWO)).contains(RUN);
    }

    @Test
    void aTargetThatIsGoneIsSaid() {
        plan();

        assertThat(decide(AT_TWO)).isEmpty();
        assertThat(why()).isEqualTo("There is no target shop any more.");
    }

    @Test
    void whatWasMissedWhileTheEngineWasAwayCountsAsOne() {
        row.target("");
        plan();
        now = Instant.parse("2026-11-25T09:00:00Z");

        assertThat(dues.decide(ID, AT_TWO)).contains(RUN);

        assertThat(missed()).isEqualTo(3);
        assertThat(plan()).contains(Instant.parse("2026-11-26T01:00:00Z"));
    }

    @Test
    void whatWasMissedBeforeItWasPlannedIsDueAtOnceAndOnce() {
        row.target("");
        now = Instant.parse("2026-11-25T09:00:00Z");

        assertThat(plan()).contains(Instant.parse("2026-11-25T01:00:00Z"));
        assertThat(dues.decide(ID, Instant.parse("2026-11-25T01:00:00Z"))).isPresent();

        assertThat(missed()).isEqualTo(3);
        assertThat(plan()).contains(Instant.parse("2026-11-26T01:00:00Z"));
    }

    @Test
    void aPausedScheduleWaitsForNothingAndMissesNothing() {
        row.target("");
        plan();
        row.changed("PAUSED", EVENING);

        assertThat(decide(AT_TWO)).as("the timer was quicker than the message").isEmpty();
        assertThat(count("schedule_tick")).isZero();
        assertThat(plan()).isEmpty();

        row.changed("ACTIVE", Instant.parse("2026-11-25T09:00:00Z"));
        now = Instant.parse("2026-11-25T09:00:01Z");
        assertThat(plan()).contains(Instant.parse("2026-11-26T01:00:00Z"));
    }

    @Test
    void aTimeOfBeforeAChangeCountsNoLonger() {
        row.target("");
        plan();
        jdbc.sql("UPDATE schedule SET times = '0 4 * * *'").update();
        row.changed("ACTIVE", EVENING);

        assertThat(decide(AT_TWO)).isEmpty();
        assertThat(count("run")).isZero();
    }

    @Test
    void aRemovedScheduleIsOverAsIsOneThatNobodyKnows() {
        row.changed("REMOVED", EVENING);

        assertThat(plans.plan(ID, 7)).isEqualTo(new PlanTimes.Next(true, null));
        assertThat(plans.plan("unknown-1", 8)).isEqualTo(new PlanTimes.Next(true, null));
        assertThat(dues.decide("unknown-1", AT_TWO)).isEmpty();
    }

    @Test
    void whatHasComeAsOftenAsItShallWaitsForNothing() {
        jdbc.sql("UPDATE schedule SET times = 'R2/PT6H', dealt_with_until = '2026-11-22T08:00:00Z'")
                .update();

        assertThat(plans.plan(ID, 7)).isEqualTo(new PlanTimes.Next(false, null));
    }

    private Optional<Instant> plan() {
        return Optional.ofNullable(plans.plan(ID, 7).due());
    }

    private Optional<RunId> decide(Instant due) {
        now = due;
        return dues.decide(ID, due);
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    private int missed() {
        return jdbc.sql("SELECT missed FROM schedule_tick").query(Integer.class).single();
    }

    private String why() {
        return jdbc.sql("SELECT why_none FROM schedule_tick")
                .query(String.class)
                .single();
    }
}
