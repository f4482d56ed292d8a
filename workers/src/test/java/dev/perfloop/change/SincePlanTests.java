package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.target.TargetRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A target that somebody else changes between the plan and its end. */
class SincePlanTests extends ChangingAShop {
    private final CreateIndex index = ShopDatabase.orderIdIndex();

    @Test
    void aForeignIndexOnTheTableIsNamedAndNothingIsApplied() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        shop.shop.sql("CREATE INDEX foreigner ON \"Order Line\" (id, note)").update();

        assertThat(skipped(id))
                .contains("Somebody changed public.Order Line", "not there before: index public.foreigner", "new run");
        assertThat(shop.has(index.indexName())).isFalse();
    }

    @Test
    void aColumnThatIsOfAnotherTypeNowIsNamed() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        shop.shop
                .sql("ALTER TABLE \"Order Line\" ALTER COLUMN \"Order Id\" TYPE text")
                .update();

        assertThat(skipped(id))
                .contains("missing: column public.\"Order Line\".\"Order Id\" bigint")
                .contains("not there before: column public.\"Order Line\".\"Order Id\" text");
    }

    @Test
    void statisticsAreNotTakenOfATableThatIsAnotherNow() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, RefreshStatistics.plain(ShopDatabase.TABLE));
        shop.shop.sql("ALTER TABLE \"Order Line\" DROP COLUMN note").update();

        assertThat(skipped(id)).contains("missing: column public.\"Order Line\".note");
    }

    @Test
    void whatHappensToOtherTablesIsNoReason() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        shop.shop.sql("CREATE TABLE elsewhere (id int PRIMARY KEY)").update();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void whatTheRunItselfDidToTheTableIsNoReason() throws Exception {
        String first = changes.propose(ShopDatabase.RUN, null, index);
        String second = changes.propose(ShopDatabase.RUN, null, shop.noteIndexDrop());
        String third = changes.propose(
                ShopDatabase.RUN, null, new CreateIndex(ShopDatabase.TABLE, List.of(IndexKey.descending("note"))));

        for (String id : List.of(first, second, third)) {
            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
            assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        }
    }

    @Test
    void anUndoThatDoesNotFitAnyMoreSaysWhatToDo() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, shop.noteIndexDrop());
        apply.apply(id, progress);
        shop.shop.sql("ALTER TABLE \"Order Line\" DROP COLUMN note").update();

        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> undo.undo(ShopDatabase.RUN, progress))
                .withMessageContaining("cannot be taken back")
                .withMessageContaining("\"note\" does not exist")
                .satisfies(refused -> assertThat(refused.mend()).contains("CREATE INDEX CONCURRENTLY", "retry"));
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.UNDOING);
    }

    private String skipped(String id) throws InterruptedException {
        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(room.ours
                        .sql("SELECT count(*) FROM change_statement")
                        .query(Long.class)
                        .single())
                .isZero();
        return String.valueOf(changes.get(id).note());
    }
}
