package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.change.TakeBackChange.End;
import dev.perfloop.target.TargetRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Long after its run, on a real target. */
class TakeBackTests extends ChangingAShop {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final TakeBacks takeBacks = room.get(TakeBacks.class);
    private final TakeBackChange work = room.get(TakeBackChange.class);

    @Test
    void aKeptIndexGoesAndTheSchemaIsWhatItWasWithoutIt() throws Exception {
        String id = kept(ShopDatabase.orderIdIndex());
        String wish = takeBacks.request(id, "ann", "it slows down writes").orElseThrow();
        assertThat(takeBacks.request(id, "bob", "")).as("once at a time").isEmpty();

        assertThat(work.takeBack(wish, progress)).isEqualTo(End.TAKEN_BACK);
        assertThat(work.takeBack(wish, progress)).as("asked again").isEqualTo(End.TAKEN_BACK);

        assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isFalse();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).isEqualTo("Taken back by ann: it slows down writes");
        assertThat(said(wish)).startsWith("TAKEN_BACK The schema is what it was without the change: fingerprint ");
        assertThat(takeBacks.request(id, "ann", ""))
                .as("there is nothing to take back")
                .isEmpty();
    }

    @Test
    void aDroppedIndexComesBackAndWhatOthersDidMeanwhileIsSaid() throws Exception {
        String id = kept(shop.noteIndexDrop());
        shop.shop.sql("CREATE TABLE meanwhile (id int)").update();
        String wish = takeBacks.request(id, "ann", "").orElseThrow();
        room.ours
                .sql("UPDATE take_back SET fingerprint_before = (SELECT fingerprint_before FROM change)")
                .update();

        work.takeBack(wish, progress);

        assertThat(shop.hasValid("note again")).isTrue();
        assertThat(said(wish)).contains("TAKEN_BACK", "somebody else changed something else");
    }

    @Test
    void whatDoesNotGoIsSaidAndNotClaimed() throws Exception {
        String id = kept(shop.noteIndexDrop());
        String wish = takeBacks.request(id, "ann", "").orElseThrow();
        work.takeBack(wish, progress);
        room.ours.sql("UPDATE take_back SET ended_at = NULL, outcome = NULL").update();
        shop.shop.sql("DROP INDEX \"note again\"").update();

        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> work.takeBack(wish, progress))
                .withMessageContaining("missing: ");
    }

    @Test
    void aRunUnderWayIsNotDisturbed() throws Exception {
        String id = kept(ShopDatabase.orderIdIndex());
        String wish = takeBacks.request(id, "ann", "").orElseThrow();
        room.ours
                .sql("UPDATE run SET status = 'RUNNING', outcome = NULL, ended_at = NULL")
                .update();

        assertThat(work.takeBack(wish, progress)).isEqualTo(End.REFUSED);

        assertThat(said(wish)).startsWith("REFUSED Run r1 of this target is under way");
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.KEPT);
        assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isTrue();
    }

    @Test
    void whatSomebodyMadeOfItSinceIsNotThrownAway() throws Exception {
        var index = ShopDatabase.orderIdIndex();
        String id = kept(index);
        shop.shop.sql("DROP INDEX \"" + index.indexName() + "\"").update();
        shop.shop
                .sql("CREATE INDEX \"" + index.indexName() + "\" ON \"Order Line\" (\"Order Id\", note)")
                .update();
        String wish = takeBacks.request(id, "ann", "").orElseThrow();

        assertThat(work.takeBack(wish, progress)).isEqualTo(End.REFUSED);

        assertThat(said(wish)).contains("Somebody changed since what it did: gone since: index ", "by hand");
        assertThat(shop.hasValid(index.indexName())).isTrue();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.KEPT);
    }

    @Test
    void theTargetIsEnteredAsItsFileSaysByNow() throws Exception {
        String id = kept(ShopDatabase.orderIdIndex());
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, 'secret', 'of those days')")
                .update();
        String wish = takeBacks.request(id, "ann", "").orElseThrow();

        assertThat(work.takeBack(wish, progress)).isEqualTo(End.TAKEN_BACK);
        assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isFalse();
    }

    @Test
    void whatAPersonGaveUpIsTouchedNoMore() throws Exception {
        String id = kept(ShopDatabase.orderIdIndex());
        String wish = takeBacks.request(id, "ann", "").orElseThrow();
        room.ours
                .sql("UPDATE take_back SET outcome = 'GIVEN_UP', ended_at = now()")
                .update();

        assertThat(work.takeBack(wish, progress)).isEqualTo(End.GIVEN_UP);
        assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isTrue();
    }

    @Test
    void theNewestKeptOneIsFoundAndByItselfOnlyWhereTheApproverAllowedIt() throws Exception {
        String target =
                room.ours.sql("SELECT name FROM target").query(String.class).single();
        assertThat(takeBacks.newestKept(target, A_WEEK)).isEmpty();
        String id = kept(ShopDatabase.orderIdIndex());

        assertThat(takeBacks.newestKept(target, A_WEEK)).map(TakeBacks.Kept::id).contains(id);
        assertThat(takeBacks.newestAllowed(target, A_WEEK)).isEmpty();
        room.ours.sql("""
                        INSERT INTO approval (id, run_id, kind, status, requested_at, decided_in)
                        SELECT 'a', run_id, 'PLAN', 'APPROVED', now(), 'PERFLOOP' FROM change""").update();
        room.ours.sql("""
                        INSERT INTO approval_decision (id, approval_id, decision, decided_by, decided_at, comment, may_take_back)
                        VALUES ('d', 'a', 'APPROVE', 'ann', now(), '', true)""").update();
        assertThat(takeBacks.newestAllowed(target, A_WEEK))
                .map(TakeBacks.Kept::id)
                .contains(id);

        room.passes(Duration.ofDays(8));
        assertThat(takeBacks.newestAllowed(target, A_WEEK)).as("too long ago").isEmpty();
        takeBacks.request(id, "ann", "").orElseThrow();
        assertThat(takeBacks.newestKept(target, Duration.ofDays(30)))
                .as("it is going already")
                .isEmpty();
        assertThat(takeBacks.waiting(target)).hasSize(1);
    }

    private String kept(Change change) throws Exception {
        String id = applied(change);
        changes.keep(ShopDatabase.RUN);
        room.ours
                .sql("UPDATE run SET status = 'ENDED', outcome = 'TARGETS_MET', ended_at = now()")
                .update();
        return id;
    }

    private String said(String wish) {
        return room.ours
                .sql("SELECT outcome || ' ' || note FROM take_back WHERE id = :id")
                .param("id", wish)
                .query(String.class)
                .single();
    }
}
