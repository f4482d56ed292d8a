package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.perfloop.support.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds a change back before it is begun. */
class GuardedChangeTests extends ChangingAShop {
    /** An idle session keeps the snapshot of its last query until it runs something that takes none. */
    private static final String FORGET_SNAPSHOT = "SET LOCAL work_mem = '4MB'";

    private final CreateIndex index = ShopDatabase.orderIdIndex();

    GuardedChangeTests() {
        super(new ChangeRoom(Duration.ZERO));
    }

    @BeforeEach
    void prepare() {
        // Its worker would be in the way as well.
        shop.shop
                .sql("ALTER TABLE \"Order Line\" SET (autovacuum_enabled = false)")
                .update();
    }

    @Test
    void aBusyMachineHoldsAChangeBackWithGrowingPausesUntilItIsCalm() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        room.cpu.says(0.93);

        assertThat(apply.apply(id, progress)).isInstanceOfSatisfying(Applied.Later.class, later -> {
            assertThat(later.why()).contains("93 % of the test's machine; the limit is 80 %");
            assertThat(later.pause()).isEqualTo(Duration.ofSeconds(10));
        });
        assertThat(apply.apply(id, progress))
                .isInstanceOfSatisfying(
                        Applied.Later.class, later -> assertThat(later.pause()).isEqualTo(Duration.ofSeconds(15)));
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.PROPOSED);
        assertThat(sent()).isZero();

        room.cpu.says(0.8);
        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(answers("LOAD")).containsExactly("WAIT", "WAIT", "CLEAR");
    }

    @Test
    void aMachineThatStaysBusyEndsThePlanWithTheMendAndSoAtEveryDelivery() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        room.cpu.says(0.93);
        apply.apply(id, progress);
        room.passes(Duration.ofMinutes(10));

        for (int delivery = 0; delivery < 2; delivery++) {
            assertThat(apply.apply(id, progress))
                    .isInstanceOfSatisfying(
                            Applied.Failed.class,
                            failed -> assertThat(failed.why())
                                    .contains("Held back for 10 min", "93 %", "guards.maintenance"));
        }
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(sent()).isZero();
    }

    @Test
    void inAMaintenanceWindowTheMachineMayBeBusy() throws Exception {
        guards("maintenance: [\"00:00-00:00\"]");
        String id = changes.propose(ShopDatabase.RUN, null, index);
        room.cpu.says(0.93);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(words("LOAD")).singleElement().asString().contains("maintenance window is open");
    }

    @Test
    void theSecondChangeOfARunIsNotHeldBackByTheFirst() throws Exception {
        room.cpu.says(0.1);
        apply.apply(changes.propose(ShopDatabase.RUN, null, index), progress);
        room.cpu.says(0.93);
        String second = changes.propose(ShopDatabase.RUN, null, shop.noteIndexDrop());

        assertThat(apply.apply(second, progress)).isInstanceOf(Applied.Done.class);

        assertThat(changes.get(second).status()).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void aMachineThatNobodyTellsOfIsSaidNotToHaveBeenLookedAt() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(answers("LOAD")).containsExactly("UNKNOWN");
        assertThat(blindSpots()).contains("the target's CPU before a change");
    }

    @Test
    void aTransactionInTheWayOfABuildIsNamedAndWaitedFor() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var other = session("report", "UPDATE \"Order Line\" SET note = 'y' WHERE id = 1")) {
            assertThat(apply.apply(id, progress))
                    .isInstanceOfSatisfying(
                            Applied.Later.class,
                            later -> assertThat(later.why())
                                    .containsPattern("pid \\d+ \\(report, idle in transaction, for \\d+ s\\)"));
            room.passes(Duration.ofMinutes(10));
            assertThat(apply.apply(id, progress))
                    .isInstanceOfSatisfying(
                            Applied.Failed.class,
                            failed -> assertThat(failed.why()).contains("report", "pg_terminate_backend("));
        }
        assertThat(sent()).isZero();
        assertThat(shop.has(index.indexName())).isFalse();
    }

    @Test
    void aReaderIsInTheWayOfADropButNotOfABuild() throws Exception {
        String build = changes.propose(ShopDatabase.RUN, null, index);
        String drop = changes.propose(ShopDatabase.RUN, null, shop.noteIndexDrop());
        try (var reader = session("reader", "SELECT count(*) FROM \"Order Line\"", FORGET_SNAPSHOT)) {
            assertThat(apply.apply(build, progress)).isInstanceOf(Applied.Done.class);
            assertThat(apply.apply(drop, progress)).isInstanceOf(Applied.Later.class);
        }
        assertThat(apply.apply(drop, progress)).isInstanceOf(Applied.Done.class);
        assertThat(shop.has("note again")).isFalse();
    }

    @Test
    void anOldSnapshotOfAnotherTableIsInTheWayOfABuild() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        shop.shop.sql("CREATE TABLE elsewhere AS SELECT 1 AS one").update();
        try (var dump = session("pg_dump", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "TABLE elsewhere")) {
            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Later.class);
        }
        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
    }

    @Test
    void anIndexThatWouldFillTheDiskIsLeftOutAndTheOthersGoOn() throws Exception {
        String large = changes.propose(ShopDatabase.RUN, null, index, Long.MAX_VALUE / 4);
        String other = changes.propose(ShopDatabase.RUN, null, shop.noteIndexDrop());

        assertThat(apply.apply(large, progress)).isInstanceOf(Applied.Done.class);
        assumeThat(answers("DISK")).as("the database's disk is ours").doesNotContain("UNKNOWN");

        assertThat(changes.get(large).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(large).note()).contains("Disk of /", "the limit is 90 %", "guards.maxDisk");
        assertThat(apply.apply(other, progress)).isInstanceOf(Applied.Done.class);
        assertThat(changes.get(other).status()).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void anIndexThatFitsIsBuiltAndTheDiskIsSaid() throws Exception {
        guards("maxDisk: 100%");
        String id = changes.propose(ShopDatabase.RUN, null, index, 1_000_000L);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assumeThat(answers("DISK")).as("the database's disk is ours").doesNotContain("UNKNOWN");

        assertThat(words("DISK")).singleElement().asString().contains("% used", "(up to 1 MB)");
    }

    @Test
    void whatOurRoleMayNotSeeIsSaidWithTheGrant() throws Exception {
        shop.maySeeNothing();
        String stranger = "stranger_of_" + shop.source.getDatabaseName();
        String id = changes.propose(ShopDatabase.RUN, null, index);
        shop.shop.sql("CREATE ROLE " + stranger + " LOGIN").update();
        try (var other = Database.sameAs(shop.source, stranger).getConnection()) {
            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        }
        assertThat(answers("DISK")).containsExactly("UNKNOWN");
        assertThat(answers("TRANSACTIONS")).containsExactly("UNKNOWN");
        assertThat(words("TRANSACTIONS")).singleElement().asString().contains("GRANT pg_read_all_stats TO");
        assertThat(blindSpots())
                .contains("how full the database's disk is", "long transactions in the way of a change");
    }

    private void guards(String more) {
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, 'guards: {', :guards)")
                .param("guards", "guards: { " + more + ", ")
                .update();
    }

    private Connection session(String application, String... statements) throws SQLException {
        var session = shop.source.getConnection();
        session.setClientInfo("ApplicationName", application);
        session.setAutoCommit(false);
        try (var single = session.createStatement()) {
            for (String statement : statements) {
                single.execute(statement);
            }
        }
        return session;
    }

    private long sent() {
        return room.ours
                .sql("SELECT count(*) FROM change_statement")
                .query(Long.class)
                .single();
    }

    private List<String> answers(String guard) {
        return journal("answer", guard);
    }

    private List<String> words(String guard) {
        return journal("words", guard);
    }

    private List<String> journal(String column, String guard) {
        return room.ours
                .sql("SELECT " + column + " FROM change_guard WHERE guard = :guard ORDER BY id")
                .param("guard", guard)
                .query(String.class)
                .list();
    }

    private List<String> blindSpots() {
        return room.ours
                .sql("SELECT what FROM run_blind_spot")
                .query(String.class)
                .list();
    }
}
