package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.Changes;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.RunChange;
import dev.perfloop.change.TableName;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a real target with indexes of which some are used. */
class AttributionTests {
    private static final RunId RUN = new RunId("r1");

    private final PGSimpleDataSource source = Database.empty();
    private final JdbcClient shop = JdbcClient.create(source);
    private final AnnotationConfigApplicationContext rooms =
            Rooms.open(Database.migrated(), List.of(), "target", "run", "load", "change", "validation");
    private final JdbcClient ours = rooms.getBean(JdbcClient.class);
    private final Changes changes = rooms.getBean(Changes.class);
    private final Attribution attribution = rooms.getBean(Attribution.class);

    @BeforeEach
    void target() {
        shop.sql("CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, note text)")
                .update();
        shop.sql("INSERT INTO orders SELECT n, n, n::text FROM generate_series(1, 20000) n")
                .update();
        String definition = """
                name: shop
                baseUrl: http://localhost:1
                load: { arrivalRate: 1/s, requests: [ { name: a, get: /a } ] }
                database: { url: "%s", user: %s, password: "%s" }
                """.formatted(source.getUrl(), source.getUser(), source.getPassword());
        ours.sql("INSERT INTO target VALUES ('shop', :definition, 'x', now(), now())")
                .param("definition", definition)
                .update();
        ours.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('r1', 'shop', :definition, 'STANDARD', 'RUNNING', 'ann', now())""").param("definition", definition).update();
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void whatTheTargetNeverUsedIsRejectedAndTheOthersAreToldApartTheLeastUsedFirst() {
        compared("IMPROVED");
        String idle = applied("note");
        String often = applied("customer");
        String seldom = applied("id", "customer");
        used("customer = 7", 3);
        used("id = 7 AND customer = 7", 1);

        assertThat(attribution.choose(RUN)).containsExactly(seldom, often);

        assertThat(earned(idle)).isFalse();
        assertThat(changes.get(idle).note()).isEqualTo("Never used by the target.");
        assertThat(earned(often)).isNull();
    }

    @Test
    void aQuickRunHasNoTimeForThatAndSaysSo() {
        ours.sql("UPDATE run SET intensity = 'QUICK'").update();
        compared("IMPROVED");
        String one = applied("customer");
        String other = applied("note");
        used("customer = 7", 1);
        used("note = '7'", 1);

        assertThat(attribution.choose(RUN)).isEmpty();

        assertThat(changes.ofRun(RUN)).extracting(RunChange::id).containsExactly(one, other);
        assertThat(changes.ofRun(RUN))
                .extracting(RunChange::note)
                .allMatch(note -> String.valueOf(note).contains("was not measured"));
    }

    @Test
    void oneUsedChangeNeedsNoMeasurement() {
        compared("IMPROVED");
        String one = applied("customer");
        used("customer = 7", 1);

        assertThat(attribution.choose(RUN)).isEmpty();
        assertThat(changes.get(one).note()).isEqualTo("In use while the profiles improved.");
    }

    @Test
    void withoutAProvenImprovementNothingEarnedItsPlace() {
        compared("UNCHANGED");
        String one = applied("customer");
        used("customer = 7", 1);

        assertThat(attribution.choose(RUN)).isEmpty();
        assertThat(earned(one)).isFalse();
    }

    private @Nullable Boolean earned(String id) {
        return changes.get(id).earned();
    }

    private void compared(String verdict) {
        ours.sql("""
                        INSERT INTO comparison (run_id, round, verdict, objectives_met, gain_share_pct, more_runs, reason, compared_at)
                        VALUES ('r1', 1, :verdict, true, 100, 0, '', now())""").param("verdict", verdict).update();
    }

    private String applied(String... columns) {
        var index = new CreateIndex(
                new TableName("public", "orders"),
                List.of(columns).stream().map(IndexKey::ascending).toList());
        String id = changes.propose(RUN, null, index);
        shop.sql(index.statements().getFirst()).update();
        ours.sql("UPDATE change SET status = 'APPLIED' WHERE id = :id")
                .param("id", id)
                .update();
        return id;
    }

    /** In a session of its own, whose counts are there for all to see once it has ended. */
    private void used(String where, int times) {
        for (int time = 0; time < times; time++) {
            shop.sql("SELECT count(*) FROM orders WHERE " + where)
                    .query(Long.class)
                    .single();
        }
    }
}
