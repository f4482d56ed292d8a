package dev.perfloop.optimization.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.TableName;
import dev.perfloop.profiling.KeptProfile;
import dev.perfloop.profiling.ProfiledDatabase;
import dev.perfloop.profiling.whatif.Answer;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The set for a workload that ran on a real database without HypoPG. */
class IndexSetsTests {
    private static final RunId RUN = new RunId("run-1");
    private static final TableName VISIT = new TableName("Ward", "Visit");

    private final DataSource ours = Database.migrated();
    private AnnotationConfigApplicationContext rooms;

    @BeforeEach
    void openRooms() {
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "change", "optimization.pricing");
    }

    @AfterEach
    void closeRooms() {
        rooms.close();
    }

    @Test
    void oneIndexServesTwoStatements() {
        keep(clinic().runs(20, "SELECT * FROM \"Ward\".\"Visit\" WHERE patient = {i}")
                .runs(20, "SELECT * FROM \"Ward\".\"Visit\" WHERE patient = {i} AND state = 'OPEN'"));

        var set = best(index("patient"), index("patient", "state"));

        assertThat(set.members()).hasSize(1);
        assertThat(set.members().getFirst().serves()).hasSize(2);
        assertThat(set.after()).isLessThan(set.before() / 5);
    }

    @Test
    void whatThePlannerWouldNotUseIsNotInIt() {
        keep(clinic().runs(20, "SELECT * FROM \"Ward\".\"Visit\" WHERE patient = {i}"));

        var set = best(index("patient"), index("state"));

        assertThat(set.proposal(index("state")).orElseThrow().possible()).isTrue();
        assertThat(set.proposal(index("state")).orElseThrow().used()).isFalse();
        assertThat(set.members()).extracting(IndexSet.Member::index).containsExactly(index("patient"));
    }

    @Test
    void whatIsForetoldIsWhatItTakes() {
        var clinic = clinic().runs(20, "SELECT * FROM \"Ward\".\"Visit\" WHERE patient = {i}");
        keep(clinic);

        var member = best(index("patient")).members().getFirst();

        clinic.alter(member.definition().replace("CREATE INDEX", "CREATE INDEX built"));
        assertThat(member.bytes() / clinic.size("\"Ward\".built")).isCloseTo(1, within(0.25));
    }

    @Test
    void aTableThatIsOnlyWrittenGetsNone() {
        keep(clinic().runs(300, "INSERT INTO \"Ward\".\"Visit\" VALUES (1000000 + {i}, {i}, 'OPEN', now(), 'x')")
                .runs(1, "SELECT note FROM \"Ward\".\"Visit\" WHERE id = {i}"));

        assertThat(best().members()).isEmpty();
    }

    @Test
    void anOwnerMayForbidCopies() {
        keep(clinic().runs(20, "SELECT * FROM \"Ward\".\"Visit\" WHERE patient = {i}"), "guards: { copies: false }");

        assertThat(rooms.getBean(IndexSets.class).best(RUN, List.of()))
                .isInstanceOfSatisfying(
                        Answer.Silent.class, silent -> assertThat(silent.mend()).contains("copies: true"));
    }

    private static ProfiledDatabase clinic() {
        return ProfiledDatabase.with("CREATE SCHEMA \"Ward\"", """
                CREATE TABLE "Ward"."Visit" (id int PRIMARY KEY, patient int, state text, seen timestamptz, note text)""", """
                INSERT INTO "Ward"."Visit"
                SELECT n, n % 4000, CASE WHEN n % 3 = 0 THEN 'OPEN' ELSE 'CLOSED' END, now() - n * interval '1 minute', repeat('x', 80)
                FROM generate_series(1, 60000) n""");
    }

    private IndexSet best(CreateIndex... proposed) {
        return switch (rooms.getBean(IndexSets.class).best(RUN, List.of(proposed))) {
            case Answer.Told<IndexSet>(IndexSet set) -> set;
            case Answer.Silent<IndexSet> silent -> throw new AssertionError(silent.why());
        };
    }

    private static CreateIndex index(String... columns) {
        return new CreateIndex(
                VISIT, Stream.of(columns).map(IndexKey::ascending).toList());
    }

    private void keep(ProfiledDatabase database) {
        keep(database, "");
    }

    private void keep(ProfiledDatabase database, String more) {
        String definition = """
                name: clinic
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: visits, get: /visits } ] }
                database: { url: "%s", user: postgres }
                %s
                """.formatted(database.url(), more);
        var jdbc = JdbcClient.create(ours);
        jdbc.sql("INSERT INTO target VALUES ('clinic', :it, 'x', now(), now())")
                .param("it", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'clinic', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", definition).update();
        KeptProfile.of(RUN, database.profiled(), List.of(), rooms);
    }
}
