package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.target.TargetRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollbackTests extends ChangingAShop {
    @Test
    void whatWasAppliedIsTakenBackLastFirstAndTheSchemaIsAsBefore() throws Exception {
        String created = applied(ShopDatabase.orderIdIndex());
        String dropped = applied(shop.noteIndexDrop());
        assertThat(shop.has("note again")).isFalse();

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
        assertThat(shop.hasValid("note again")).isTrue();
        assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isFalse();
        assertThat(changes.get(created).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(dropped).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(progress.heard.stream()
                        .filter(said -> said.contains("Taking back"))
                        .findFirst())
                .hasValueSatisfying(said -> assertThat(said).contains("CREATE INDEX CONCURRENTLY"));
    }

    @Test
    void takingBackTwiceIsTakingBackOnce() throws Exception {
        applied(ShopDatabase.orderIdIndex());
        undo.undo(ShopDatabase.RUN, progress);
        long sent = statements();

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(statements()).isEqualTo(sent);
    }

    @Test
    void aKillBetweenTheUndoAndItsStatusIsNoticedAsDone() throws Exception {
        String id = applied(ShopDatabase.orderIdIndex());
        undo.undo(ShopDatabase.RUN, progress);
        room.ours.sql("UPDATE change SET status = 'UNDOING', ended_at = NULL").update();
        long sent = statements();

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(statements()).isEqualTo(sent);
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
    }

    @Test
    void aChangeThatEarnedItsPlaceStaysAndIsAccountedFor() throws Exception {
        String good = applied(ShopDatabase.orderIdIndex());
        String bad = applied(new CreateIndex(ShopDatabase.TABLE, List.of(IndexKey.descending("note"))));
        changes.accept(good, "p95 -40 %");
        changes.reject(bad, "no gain");
        changes.keep(ShopDatabase.RUN);

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
        assertThat(changes.get(good).status()).isEqualTo(ChangeStatus.KEPT);
        assertThat(changes.get(good).note()).isEqualTo("p95 -40 %");
        assertThat(changes.get(good).earned()).isTrue();
        assertThat(changes.get(bad).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(undo.takenBack(ShopDatabase.RUN)).isEqualTo(1);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void anIndexOnAnExpressionOverSomeRowsIsBuiltAndTakenBack() throws Exception {
        var partial = new CreateIndex(
                ShopDatabase.TABLE,
                List.of(new IndexKey("lower(note)", true, true, "text_pattern_ops")),
                "btree",
                List.of("Order Id"),
                "note IS NOT NULL");
        applied(partial);
        assertThat(shop.hasValid(partial.indexName())).isTrue();

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(shop.has(partial.indexName())).isFalse();
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void anInvertedIndexIsBuiltAndTakenBack() throws Exception {
        var inverted = new CreateIndex(
                ShopDatabase.TABLE,
                List.of(new IndexKey("to_tsvector('simple'::regconfig, note)", false, true, null)),
                "gin",
                List.of(),
                null);
        applied(inverted);
        assertThat(shop.hasValid(inverted.indexName())).isTrue();

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(shop.has(inverted.indexName())).isFalse();
    }

    @Test
    void whatWasNeverBegunIsSkipped() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, ShopDatabase.orderIdIndex());

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(verify.verify(ShopDatabase.RUN)).startsWith("Nothing was changed");
    }

    @Test
    void aSchemaThatDiffersIsNamedExactly() throws Exception {
        applied(ShopDatabase.orderIdIndex());
        undo.undo(ShopDatabase.RUN, progress);
        shop.shop.sql("CREATE INDEX foreigner ON \"Order Line\" (id, note)").update();
        shop.shop.sql("ALTER TABLE \"Order Line\" DROP COLUMN \"Order Id\"").update();

        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> verify.verify(ShopDatabase.RUN))
                .withMessageContaining("not there before: index public.foreigner")
                .withMessageContaining("missing: column public.\"Order Line\".\"Order Id\" bigint NOT NULL");
    }

    @Test
    void anInvalidIndexOfOursIsNoRollback() throws Exception {
        applied(ShopDatabase.orderIdIndex());
        undo.undo(ShopDatabase.RUN, progress);
        shop.leaveInvalid(ShopDatabase.orderIdIndex());

        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> verify.verify(ShopDatabase.RUN))
                .withMessageContaining("INVALID index: public.perfloop_");
    }

    private long statements() {
        return room.ours
                .sql("SELECT count(*) FROM change_statement")
                .query(Long.class)
                .single();
    }
}
