package dev.perfloop.web.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over real HTTP: what a mock would not show is whether lines really leave. */
@WebUiTest
class EventStreamTests {
    @Autowired
    Rows rows;

    @Autowired
    EventHub hub;

    @Autowired
    RunEventRepository events;

    @LocalServerPort
    int port;

    private String run = "";

    @BeforeEach
    void aRun() {
        run = rows.run();
    }

    @Test
    void tellsWhatHappensFromNowOn() throws Exception {
        rows.event(run, "STEP", "{\"elementId\": \"Task_OpenRun\"}");
        try (EventStream stream = open("/api/runs/" + run + "/events", null)) {
            long id = rows.event(run, "STEP", "{\"elementId\": \"Task_DraftPlan\", \"status\": \"DONE\"}");

            EventStream.Line line = stream.next();

            assertThat(line.id()).isEqualTo(Long.toString(id));
            assertThat(line.name()).isEqualTo("step");
            assertThat(line.data())
                    .contains("\"runId\": \"" + run + "\"", "\"kind\": \"STEP\"", "\"elementId\": \"Task_DraftPlan\"");
        }
    }

    @Test
    void goesOnRightAfterTheLastIdSeen() throws Exception {
        long seen;
        try (EventStream stream = open("/api/runs/" + run + "/events", null)) {
            rows.event(run, "STEP", "{\"n\": 1}");
            seen = Long.parseLong(stream.next().id());
        }
        long missed = rows.event(run, "LOAD", "{\"n\": 2}");
        rows.event(rows.run(), "STEP", "{\"n\": 0}");
        long alsoMissed = rows.event(run, "APPROVAL", "{\"n\": 3}");

        try (EventStream stream = open("/api/runs/" + run + "/events", Long.toString(seen))) {
            long live = rows.event(run, "ENDED", "{\"outcome\": \"TARGETS_MET\"}");
            assertThat(stream.next(3))
                    .extracting(EventStream.Line::id)
                    .containsExactly(Long.toString(missed), Long.toString(alsoMissed), Long.toString(live));
        }
    }

    @Test
    void tellsARunFromItsBeginningOnRequest() throws Exception {
        rows.event(run, "STEP", "{\"n\": 1}");
        rows.event(run, "LOAD", "{\"n\": 2}");

        try (EventStream stream = open("/api/runs/" + run + "/events?lastEventId=0", null)) {
            assertThat(stream.next(2)).extracting(EventStream.Line::name).containsExactly("step", "progress");
        }
    }

    @Test
    void theFeedOfAllRunsNamesTheRunOfEachEvent() throws Exception {
        String other = rows.run();
        try (EventStream stream = open("/api/events", null)) {
            rows.event(run, "STEP", "{}");
            rows.event(other, "STEP", "{}");

            assertThat(stream.next(2))
                    .extracting(EventStream.Line::data)
                    .satisfiesExactly(
                            data -> assertThat(data).contains(run),
                            data -> assertThat(data).contains(other));
        }
    }

    @Test
    void alertsAreTheirsToo() throws Exception {
        String target = rows.target();
        try (EventStream stream = open("/api/events", null)) {
            var alert = rows.jdbc()
                    .sql("""
                            INSERT INTO alert (id, target_id, family, severity, state, words, opened_at, seen_at)
                            VALUES (gen_random_uuid(), :target, 'POOL', 'WARNING', 'OPEN', 'full', now(), now()) RETURNING id::text""")
                    .param("target", target)
                    .query(String.class)
                    .single();
            change("UPDATE alert SET seen_at = now(), words = 'fuller' WHERE target_id = :target", target);
            change("UPDATE alert SET state = 'ACKNOWLEDGED', changed_by = 'ann' WHERE target_id = :target", target);

            assertThat(stream.next(2)).allSatisfy(line -> {
                assertThat(line.name()).isEqualTo("alert");
                assertThat(line.data()).contains("\"target\": \"" + target + "\"", "\"alertId\": \"" + alert + "\"");
            });
        }
    }

    private void change(String sql, String target) {
        rows.jdbc().sql(sql).param("target", target).update();
    }

    @Test
    void aListenerThatLeavesIsForgotten() throws Exception {
        int before = hub.watching();
        EventStream stream = open("/api/runs/" + run + "/events", null);
        assertThat(hub.watching()).isEqualTo(before + 1);
        stream.close();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            // The server learns of it when it writes.
            rows.event(run, "STEP", "{}");
            assertThat(hub.watching()).isLessThanOrEqualTo(before);
        });
    }

    @Test
    void whatWasCommittedWhileTheListeningConnectionWasDeadIsCaughtUpWith() throws Exception {
        try (EventStream stream = open("/api/runs/" + run + "/events", null)) {
            rows.jdbc()
                    .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN run_event'")
                    .query(Boolean.class)
                    .list();
            long id = rows.event(run, "STEP", "{\"n\": 1}");

            assertThat(stream.next().id()).isEqualTo(Long.toString(id));
        }
    }

    @Test
    void aSilentStreamShowsThatItLives() throws Exception {
        try (EventStream stream = open("/api/runs/" + run + "/events", null)) {
            assertThat(stream.nextComment()).isEqualTo("still here");
        }
    }

    @Test
    void aListenerThatReadsTooSlowlyIsDropped() {
        Watcher slow = new Watcher(run, events, Duration.ofSeconds(15));
        hub.join(slow);
        int before = hub.watching();

        for (int i = 0; i < 600; i++) {
            slow.offer(new RunEvent(i, run, "LOAD", "{}"));
        }

        assertThat(hub.watching()).isEqualTo(before - 1);
    }

    private EventStream open(String path, @Nullable String lastEventId) throws Exception {
        return EventStream.open("http://localhost:" + port + path, lastEventId);
    }
}
