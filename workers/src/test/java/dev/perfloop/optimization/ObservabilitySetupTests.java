package dev.perfloop.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.Progress;
import dev.perfloop.profiling.ObservabilityOffers;
import dev.perfloop.profiling.ObservabilityOffers.Extension;
import dev.perfloop.profiling.ObservabilityOffers.Offer;
import dev.perfloop.profiling.ParameterRights;
import dev.perfloop.profiling.ParameterRights.Parameter;
import dev.perfloop.profiling.ParameterRights.Reach;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a real target that tells less than it could. */
class ObservabilitySetupTests {
    private static final RunId RUN = new RunId("run-1");

    private final PGSimpleDataSource library = Database.empty();
    private final JdbcClient target = JdbcClient.create(library);
    private final String database = String.valueOf(library.getDatabaseName());
    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final Progress patient = new Progress() {
        @Override
        public void at(int percent, String what) {}

        @Override
        public boolean calledOff() {
            return false;
        }
    };
    private AnnotationConfigApplicationContext rooms;
    private int wishes;

    @BeforeEach
    void openRooms() {
        String definition =
                """
                name: library
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: loans, get: /loans } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s }
                guards: { maxCpu: 100%%, allow: [SET_PARAMETER, CREATE_EXTENSION] }
                """.formatted(library.getServerNames()[0], library.getPortNumbers()[0], database, library.getUser());
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, outcome, requested_by, requested_at, ended_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'ENDED', 'TARGETS_MET', 'operator', now(), now())""").param("it", definition).update();
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "analysis", "change", "optimization");
        var profiles = rooms.getBean(Profiles.class);
        profiles.save(
                RUN,
                new ObservabilityOffers(
                        List.of(offer("track_io_timing"), offer("track_activities")),
                        List.of(
                                new Extension("pg_trgm", "", null),
                                new Extension("pg_visibility", "", null),
                                new Extension("hypopg", "", "role a may not create it"))));
        profiles.save(
                RUN,
                new ParameterRights(List.of(
                        new Parameter("track_io_timing", Reach.DATABASE, ""),
                        new Parameter("track_activities", null, "role a may not set it"))));
    }

    @AfterEach
    void closeRooms() {
        rooms.close();
    }

    @Test
    void whatIsOfferedIsShownWithItsStatementsAndNothingIsDone() throws Exception {
        wish("SHOW");

        assertThat(offers())
                .containsExactly(
                        Map.of(
                                "statement", "ALTER DATABASE \"" + database + "\" SET track_io_timing TO 'on'",
                                "undo_statement", "ALTER DATABASE \"" + database + "\" RESET track_io_timing",
                                "status", "PROPOSED"),
                        Map.of(
                                "statement", "CREATE EXTENSION IF NOT EXISTS \"pg_visibility\"",
                                "undo_statement", "DROP EXTENSION IF EXISTS \"pg_visibility\"",
                                "status", "PROPOSED"));
        assertThat(jdbc.sql("SELECT note FROM observability_wish")
                        .query(String.class)
                        .single())
                .isEqualTo("track_activities: role a may not set it\nhypopg: role a may not create it");
        assertThat(timing()).isEqualTo("off");
    }

    @Test
    void atAWordItIsSwitchedOnAndTakenBackAndMayBeWishedAgain() throws Exception {
        wish("SHOW");
        try (var pooled = library.getConnection()) {
            wish("APPLY");
            assertThat(pooled.isValid(1)).isTrue();
        }
        assertThat(timing()).isEqualTo("on");
        assertThat(offers()).extracting(it -> it.get("status")).containsExactly("APPLIED", "APPLIED");

        wish("UNDO");
        assertThat(timing()).isEqualTo("off");
        assertThat(offers()).extracting(it -> it.get("status")).containsExactly("REVERTED", "REVERTED");

        wish("APPLY");
        assertThat(timing()).isEqualTo("on");
        assertThat(jdbc.sql("SELECT count(*) FROM observability_wish WHERE fulfilled_at IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void offersAreNoPartOfTheRunsPlan() throws Exception {
        wish("APPLY");

        assertThat(rooms.getBean(dev.perfloop.change.Changes.class).ofRun(RUN)).isEmpty();
    }

    @Test
    void whatAnEarlierRunFoundIsTakenBackToo() throws Exception {
        wish("APPLY");
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, outcome, requested_by, requested_at, ended_at)
                        SELECT 'run-2', target, target_definition, 'QUICK', 'ENDED', 'TARGETS_MET', 'operator', now(), now()
                        FROM run""").update();

        rooms.getBean(ObservabilitySetup.class).fulfil(new RunId("run-2"), wished("UNDO"), patient);

        assertThat(timing()).isEqualTo("off");
    }

    @Test
    void whileARunIsUnderWayNothingIsSwitched() throws Exception {
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        SELECT 'run-2', target, target_definition, 'QUICK', 'RUNNING', 'operator', now() FROM run""").update();

        wish("APPLY");

        assertThat(timing()).isEqualTo("off");
        assertThat(jdbc.sql("SELECT note FROM observability_wish")
                        .query(String.class)
                        .single())
                .contains("under way");
    }

    private static Offer offer(String parameter) {
        return new Offer(parameter, "on", "off", "more", "command", true);
    }

    private void wish(String kind) throws InterruptedException {
        assertThat(rooms.getBean(ObservabilitySetup.class).fulfil(RUN, wished(kind), patient))
                .isEmpty();
    }

    private String wished(String kind) {
        String id = "wish-" + ++wishes;
        jdbc.sql(
                        "INSERT INTO observability_wish (id, run_id, kind, wished_by, wished_at) VALUES (:id, 'run-1', :kind, 'ann', now())")
                .param("id", id)
                .param("kind", kind)
                .update();
        return id;
    }

    private String timing() {
        return target.sql("SHOW track_io_timing").query(String.class).single();
    }

    private List<Map<String, Object>> offers() {
        return jdbc.sql(
                        "SELECT statement, undo_statement, status FROM change WHERE purpose = 'OFFER' ORDER BY position")
                .query()
                .listOfRows();
    }
}
