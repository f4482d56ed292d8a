package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.target.HookDoor;
import dev.perfloop.target.Hooks;
import dev.perfloop.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A worker that is killed, or loses its lease, between any two steps to a database; its job is delivered again. However that goes, a
 * change ends applied once, and taken back it leaves the schema as it was.
 */
class InterruptedAnywhereTests {
    private static final int MOST_DELIVERIES = 60;

    private final ShopDatabase shop = new ShopDatabase();
    private final AdminService service = new AdminService();
    private final List<String> done = MortalDoor.memory();
    private final ChangeRoom room =
            new ChangeRoom(Duration.ofHours(1), InterruptedAnywhereTests::mortal, bean -> switch (bean) {
                case TargetDatabase.Door door -> new MortalDoor(door, done);
                case HookDoor hooks -> new MortalHooks(hooks);
                default -> bean;
            });
    private final Changes changes = room.get(Changes.class);
    private final ApplyChange apply = room.get(ApplyChange.class);
    private final ToggleChanges toggle = room.get(ToggleChanges.class);
    private final UndoChanges undo = room.get(UndoChanges.class);
    private final VerifyRollback verify = room.get(VerifyRollback.class);
    private int runs;

    @BeforeEach
    void register() {
        shop.register(room.ours);
        room.cpu.says(0.1);
    }

    @AfterEach
    void close() {
        room.close();
        service.close();
    }

    static Stream<String> kinds() {
        return Stream.of(CreateIndex.KIND, DropIndex.KIND, RefreshStatistics.KIND, SetParameter.KIND, ResizePool.KIND);
    }

    /** Every point there is, one after another, until a life is long enough for the whole deed. */
    @Test
    void anIndexSurvivesAKillAtEveryStep() throws Exception {
        boolean survived = false;
        int steps = 0;
        for (; !survived; steps++) {
            var run = nextRun();
            String id = proposed(run, CreateIndex.KIND);
            int life = steps;
            boolean applied = Life.of(life, () -> apply.apply(id, new Attentive()));
            applyToTheEnd(id);
            assertAppliedOnce(id);
            boolean undone = Life.of(life, () -> undo.undo(run, new Attentive()));
            undoToTheEnd(run);
            assertTakenBack(run, id);
            survived = applied && undone;
        }
        assertThat(steps).as("steps that a worker may be killed at").isGreaterThan(20);
    }

    @Test
    void anIndexThatIsTakenOutAndPutBackSurvivesAKillAtEveryStep() throws Exception {
        boolean survived = false;
        int life = 0;
        for (; !survived; life++) {
            int steps = life;
            var run = nextRun();
            String id = proposed(run, CreateIndex.KIND);
            applyToTheEnd(id);
            boolean out = Life.of(steps, () -> toggle.takeOut(run, null, new Attentive()));
            toTheEnd(() -> toggle.takeOut(run, null, new Attentive()));
            assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.OUT);
            assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isFalse();
            boolean back = Life.of(steps, () -> toggle.putBack(run, null, new Attentive()));
            toTheEnd(() -> toggle.putBack(run, null, new Attentive()));
            assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
            assertThat(shop.hasValid(ShopDatabase.orderIdIndex().indexName())).isTrue();
            undoToTheEnd(run);
            assertTakenBack(run, id);
            survived = out && back;
        }
        assertThat(life).as("steps that a worker may be killed at").isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangeSurvivesWorkersThatKeepDying(String kind) throws Exception {
        var random = new Random(4);
        for (int time = 0; time < 8; time++) {
            var run = nextRun();
            String id = proposed(run, kind);
            for (int deaths = random.nextInt(1, 5); deaths > 0; deaths--) {
                var worker = worker(random);
                Life.of(random.nextInt(45), () -> apply.apply(id, worker));
            }
            boolean midway = random.nextInt(4) == 0;
            if (!midway) {
                applyToTheEnd(id);
                assertAppliedOnce(id);
            }
            for (int deaths = random.nextInt(1, 5); deaths > 0; deaths--) {
                var worker = worker(random);
                Life.of(random.nextInt(30), () -> undo.undo(run, worker));
            }
            undoToTheEnd(run);
            assertTakenBack(run, id);
        }
    }

    /** One in three loses its lease instead of its life. */
    private static Progress worker(Random random) {
        var asked = new AtomicInteger(random.nextInt(3) == 0 ? random.nextInt(6) : Integer.MAX_VALUE);
        return new Progress() {
            @Override
            public void at(int percent, String what) {}

            @Override
            public boolean calledOff() {
                return asked.decrementAndGet() < 0;
            }
        };
    }

    private RunId nextRun() {
        done.clear();
        var run = new RunId("killed-" + ++runs);
        shop.register(room.ours, run);
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, 'CREATE_EXTENSION]', "
                        + "'CREATE_EXTENSION, RESIZE_POOL]') || :hooks WHERE id = :run")
                .param("hooks", service.hooks(""))
                .param("run", run.value())
                .update();
        return run;
    }

    private String proposed(RunId run, String kind) {
        return changes.propose(
                run,
                null,
                switch (kind) {
                    case CreateIndex.KIND -> ShopDatabase.orderIdIndex();
                    case DropIndex.KIND -> shop.noteIndexDrop();
                    case RefreshStatistics.KIND ->
                        new RefreshStatistics(
                                ShopDatabase.TABLE,
                                List.of("id", "note"),
                                List.of(new RefreshStatistics.FinerColumn("note", 500, null)));
                    case ResizePool.KIND ->
                        new ResizePool(room.get(ServiceSettings.class)
                                .of(run, Hooks.Kind.SET_PROPERTY, AdminService.POOL, now -> Optional.of("20"))
                                .orElseThrow());
                    default -> room.get(FormerState.class).set(run, SetParameter.Scope.DATABASE, "work_mem", "24MB");
                });
    }

    private void applyToTheEnd(String id) throws InterruptedException {
        Applied outcome = apply.apply(id, new Attentive());
        for (int delivery = 0; delivery < MOST_DELIVERIES && outcome instanceof Applied.Later; delivery++) {
            outcome = apply.apply(id, new Attentive());
        }
        assertThat(outcome).isInstanceOf(Applied.Done.class);
    }

    private void undoToTheEnd(RunId run) throws InterruptedException {
        toTheEnd(() -> undo.undo(run, new Attentive()));
    }

    private static void toTheEnd(Delivery job) throws InterruptedException {
        boolean done = job.ends();
        for (int delivery = 0; delivery < MOST_DELIVERIES && !done; delivery++) {
            done = job.ends();
        }
        assertThat(done).isTrue();
    }

    private interface Delivery {
        boolean ends() throws InterruptedException;
    }

    /** What the target did says it, not what we wrote down of it. */
    private void assertAppliedOnce(String id) {
        var change = changes.get(id);
        assertThat(change.status()).as(String.valueOf(change.note())).isEqualTo(ChangeStatus.APPLIED);
        switch (change.change()) {
            case CreateIndex create ->
                assertThat(shop.hasValid(create.indexName())).isTrue();
            case DropIndex drop -> assertThat(shop.has(drop.indexName())).isFalse();
            case RefreshStatistics refresh -> assertThat(done).contains(refresh.analyse());
            case SetParameter set -> assertThat(done).contains(set.statements().getFirst());
            case CreateExtension none -> throw new AssertionError(none);
            case CodeAdvice none -> throw new AssertionError(none);
            case ServiceChange set -> assertThat(service.value).isEqualTo("20");
        }
        if (change.change() instanceof IndexChange) {
            assertThat(done).containsOnlyOnce(change.change().statements().getFirst());
        }
    }

    private void assertTakenBack(RunId run, String id) {
        var change = changes.get(id);
        assertThat(change.status()).isIn(ChangeStatus.REVERTED, ChangeStatus.SKIPPED);
        assertThat(verify.verify(run)).containsAnyOf("as before", "Nothing was changed");
        assertThat(service.value).isEqualTo("10");
        assertThat(invalidIndexes()).isZero();
        assertThat(shop.hasValid("note again")).isTrue();
        assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isFalse();
    }

    private long invalidIndexes() {
        return shop.shop
                .sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
                .query(Long.class)
                .single();
    }

    private static DataSource mortal(DataSource ours) {
        return new DelegatingDataSource(ours) {
            @Override
            public Connection getConnection() throws SQLException {
                Life.step();
                return super.getConnection();
            }
        };
    }
}
