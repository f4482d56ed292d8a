package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToggleChangesTests extends ChangingAShop {
    private final ToggleChanges toggle = room.get(ToggleChanges.class);
    private final Toggling toggling = room.get(Toggling.class);
    private final CreateIndex one = ShopDatabase.orderIdIndex();
    private final CreateIndex other = new CreateIndex(ShopDatabase.TABLE, List.of(IndexKey.descending("note")));

    @Test
    void anIndexIsTakenOutForAMeasurementAndPutBack() throws Exception {
        String id = applied(one);
        applied(other);

        assertThat(toggle.takeOut(ShopDatabase.RUN, id, progress)).isTrue();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.OUT);
        assertThat(shop.has(one.indexName())).isFalse();
        assertThat(shop.hasValid(other.indexName())).isTrue();

        assertThat(toggle.putBack(ShopDatabase.RUN, id, progress)).isTrue();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(shop.hasValid(one.indexName())).isTrue();
        changes.keep(ShopDatabase.RUN);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void allAreTakenOutTheLastFirstAndPutBackInOrder() throws Exception {
        applied(one);
        applied(other);

        toggle.takeOut(ShopDatabase.RUN, null, progress);
        assertThat(shop.has(one.indexName())).isFalse();
        assertThat(shop.has(other.indexName())).isFalse();
        toggle.putBack(ShopDatabase.RUN, null, progress);

        assertThat(room.ours
                        .sql("SELECT statement FROM change_statement ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        one.statements().getFirst(),
                        other.statements().getFirst(),
                        other.undoStatements().getFirst(),
                        one.undoStatements().getFirst(),
                        one.statements().getFirst(),
                        other.statements().getFirst());
    }

    @Test
    void aRunThatIsTakenBackMeanwhileLeavesNothing() throws Exception {
        String id = applied(one);
        applied(other);
        toggle.takeOut(ShopDatabase.RUN, id, progress);

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(changes.ofRun(ShopDatabase.RUN))
                .extracting(RunChange::status)
                .containsOnly(ChangeStatus.REVERTED);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
        assertThat(toggle.putBack(ShopDatabase.RUN, id, progress)).isTrue();
        assertThat(shop.has(one.indexName())).isFalse();
    }

    @Test
    void whatWasFoundToAddNothingStaysOut() throws Exception {
        String id = applied(one);
        applied(other);
        toggle.takeOut(ShopDatabase.RUN, id, progress);
        changes.reject(id, "Adds nothing.");
        changes.keep(ShopDatabase.RUN);

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).isEqualTo("Adds nothing.");
        assertThat(shop.hasValid(other.indexName())).isTrue();
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void whatCannotBePutBackAnyMoreCountsAsTakenBackAndSaysWhy() throws Exception {
        String id = applied(one);
        toggle.takeOut(ShopDatabase.RUN, id, progress);
        shop.shop.sql("ALTER TABLE \"Order Line\" DROP COLUMN \"Order Id\"").update();

        assertThat(toggle.putBack(ShopDatabase.RUN, id, progress)).isTrue();

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).contains("Could not be put back").contains("Order Id");
    }

    @Test
    void whatTakesLongIsNotToggled() throws Exception {
        applied(one);
        assertThat(toggling.all(ShopDatabase.RUN)).isTrue();
        assertThat(toggling.cheap(ShopDatabase.RUN)).hasSize(1);

        room.ours.sql("UPDATE change_statement SET millis = 31000").update();

        assertThat(toggling.all(ShopDatabase.RUN)).isFalse();
        assertThat(toggling.cheap(ShopDatabase.RUN)).isEmpty();
    }

    @Test
    void norIsWhatAnotherRestsOnTakenOutAlone() throws Exception {
        String base = applied(one);
        String top = applied(other);
        room.ours
                .sql("INSERT INTO change_need VALUES (:top, :base, 'it needs it')")
                .param("top", top)
                .param("base", base)
                .update();

        assertThat(toggling.cheap(ShopDatabase.RUN)).extracting(RunChange::id).containsExactly(top);
        assertThat(toggling.all(ShopDatabase.RUN)).isTrue();
    }

    @Test
    void norIsWhatCannotBeForgotten() throws Exception {
        applied(one);
        applied(new RefreshStatistics(ShopDatabase.TABLE, List.of("id", "note"), List.of()));

        assertThat(toggling.all(ShopDatabase.RUN)).isFalse();
        assertThat(toggling.cheap(ShopDatabase.RUN)).hasSize(1);
    }
}
