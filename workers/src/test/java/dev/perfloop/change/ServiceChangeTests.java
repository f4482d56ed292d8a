package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.change.AdminService.Mood;
import dev.perfloop.target.Hooks;
import dev.perfloop.target.TargetRefused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of the service itself, through hooks that answer over HTTP. */
class ServiceChangeTests {
    private final ShopDatabase shop = new ShopDatabase();
    private final AdminService service = new AdminService();
    private final ChangeRoom room = new ChangeRoom();
    private final Changes changes = room.get(Changes.class);
    private final ApplyChange apply = room.get(ApplyChange.class);
    private final UndoChanges undo = room.get(UndoChanges.class);
    private final VerifyRollback verify = room.get(VerifyRollback.class);
    private final Attentive progress = new Attentive();

    @BeforeEach
    void register() {
        register("");
    }

    private void register(String moreOfTheHook) {
        shop.register(room.ours);
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, 'CREATE_EXTENSION]', "
                        + "'CREATE_EXTENSION, RESIZE_POOL]') || :hooks")
                .param("hooks", service.hooks(moreOfTheHook))
                .update();
        room.cpu.says(0.1);
    }

    @AfterEach
    void close() {
        room.close();
        service.close();
    }

    @Test
    void theDryRunShowsTheExactCallsWithoutSecrets() {
        var pool = pool("20");

        assertThat(pool.statements())
                .containsExactly("PUT " + service.url() + "/admin/properties/pool.size {\"value\": \"20\"}");
        assertThat(pool.undoStatements())
                .containsExactly("PUT " + service.url() + "/admin/properties/pool.size {\"value\": \"10\"}");
        assertThat(service.set).isEmpty();
        assertThat(service.authorizations).containsOnly("Bearer hush-hush");
    }

    @Test
    void itIsSetOnceAndSeenToHold() throws Exception {
        String id = proposed("20");

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assertThat(apply.apply(id, progress)).as("once more").isInstanceOf(Applied.Done.class);

        assertThat(service.set).containsExactly("20");
        assertThat(service.value).isEqualTo("20");
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(everythingKept()).as("what is kept").doesNotContain("hush-hush");
    }

    @Test
    void itIsTakenBackToWhatHeldBeforeAndThatIsVerified() throws Exception {
        String id = proposed("20");
        apply.apply(id, progress);

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(service.set).containsExactly("20", "10");
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
        service.value = "15";
        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> verify.verify(ShopDatabase.RUN))
                .withMessageContaining("pool.size is 15, and was 10 before");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "BROKEN", "BLIND"})
    void whatCannotBeReadIsNotSet(Mood mood) throws Exception {
        String id = proposed("20");
        service.mood = mood;

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(id).note()).contains("pool.size is now cannot be told");
        assertThat(service.set).isEmpty();
        assertThat(writtenOf("9")).as("nothing to plan with").isEmpty();
    }

    @Test
    void whatHasNoEffectIsTakenBackAndSaid() throws Exception {
        String id = proposed("20");
        service.mood = Mood.IDLE;

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Failed.class);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).contains("had no effect within 1 s: pool.size is still 10");
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    /** It may have been set all the same: the former value is set, whatever is read at the moment. */
    @Test
    void whatIsNotAnsweredIsTakenBack() throws Exception {
        String id = proposed("20");
        service.mood = Mood.MUTE;
        var later = Thread.ofVirtual().start(() -> {
            while (service.set.isEmpty()) {
                Thread.onSpinWait();
            }
            service.mood = Mood.WELL;
        });

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Failed.class);
        later.join();

        assertThat(changes.get(id).note()).contains("did not answer within 1 s");
        assertThat(service.set).containsExactly("20", "10");
        assertThat(service.value).isEqualTo("10");
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
    }

    @Test
    void whatHoldsAfterARestartOnlyIsRestarted() throws Exception {
        room.ours.sql("DELETE FROM run").update();
        register("restart: true");
        service.holdsAfterRestart = true;
        String id = proposed("20");

        apply.apply(id, progress);
        apply.apply(id, progress);

        assertThat(changes.get(id).change().statements()).last().isEqualTo("POST " + service.url() + "/admin/restart");
        assertThat(service.value).isEqualTo("20");
        assertThat(service.restarts).isEqualTo(1);
        undo.undo(ShopDatabase.RUN, progress);
        assertThat(service.value).isEqualTo("10");
        assertThat(service.restarts).isEqualTo(2);
    }

    @Test
    void whatSomebodyElseSetMeanwhileIsLeftAlone() throws Exception {
        String id = proposed("20");
        service.value = "12";

        apply.apply(id, progress);

        assertThat(changes.get(id).note()).contains("was changed since the plan: it is 12, not 10");
        assertThat(service.set).isEmpty();
    }

    @Test
    void whatTheGuardsDoNotAllowIsNotSet() throws Exception {
        String id = proposed("20");
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, ', RESIZE_POOL', '')")
                .update();

        apply.apply(id, progress);

        assertThat(changes.get(id).note()).contains("do not allow RESIZE_POOL");
        assertThat(service.set).isEmpty();
    }

    @Test
    void aHostThatIsNotListedIsNotCalled() throws Exception {
        String id = proposed("20");
        room.ours
                .sql(
                        "UPDATE run SET target_definition = replace(target_definition, 'hosts: [\"localhost', 'hosts: [\"elsewhere')")
                .update();

        apply.apply(id, progress);

        assertThat(changes.get(id).note()).contains("goes to a host that the target's file does not list");
        assertThat(service.set).isEmpty();
    }

    /** A worker that died with the call on its way: the next one waits for it as long as it may take, and asks the service. */
    @Test
    void aCallOfAKilledWorkerIsWaitedFor() throws Exception {
        String id = proposed("20");
        room.ours
                .sql("UPDATE change SET status = 'APPLYING', fingerprint_before = 'none' WHERE id = :id")
                .param("id", id)
                .update();
        room.ours
                .sql("INSERT INTO change_statement (change_id, statement, at) VALUES (:id, :call, now())")
                .param("id", id)
                .param("call", pool("20").statements().getFirst())
                .update();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(progress.heard).anyMatch(said -> said.contains("call of an earlier attempt"));
        assertThat(service.set).containsExactly("20");
    }

    private String proposed(String size) {
        return changes.propose(ShopDatabase.RUN, null, pool(size));
    }

    private ResizePool pool(String size) {
        return new ResizePool(writtenOf(size).orElseThrow());
    }

    private Optional<ServiceSetting> writtenOf(String size) {
        return room.get(ServiceSettings.class)
                .of(ShopDatabase.RUN, Hooks.Kind.SET_PROPERTY, AdminService.POOL, now -> Optional.of(size));
    }

    private String everythingKept() {
        List<String> rows = room.ours
                .sql("SELECT c::text FROM change c UNION ALL SELECT s::text FROM change_statement s")
                .query(String.class)
                .list();
        return String.join("\n", rows);
    }
}
