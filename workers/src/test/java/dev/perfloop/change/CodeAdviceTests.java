package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes that a person applies, and only a person can take back. */
class CodeAdviceTests extends ChangingAShop {
    private static final CodeAdvice BATCH = new CodeAdvice(
            "Fetch all lines at once",
            "Use a join.",
            List.of("request orders"),
            "deploy the service as it was before.");

    @Test
    void perfloopSendsNothingForIt() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, BATCH);

        assertThat(apply.apply(id, progress)).isEqualTo(new Applied.Done("Left to a person: Fetch all lines at once"));

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.PROPOSED);
        assertThat(changes.waitForPerson(ShopDatabase.RUN)).isTrue();
        assertThat(changes.isAnythingApplied(ShopDatabase.RUN)).isFalse();
        assertThat(statements()).isZero();
        assertThat(said("statement")).containsExactly("Fetch all lines at once");
        assertThat(said("undo_statement")).containsExactly("deploy the service as it was before.");
    }

    @Test
    void whatAPersonSaysIsDoneIsAppliedOnce() {
        String id = changes.propose(ShopDatabase.RUN, null, BATCH);

        changes.doneByHand(ShopDatabase.RUN, "Applied by hand, says ann.");
        changes.doneByHand(ShopDatabase.RUN, "Applied by hand, says bert.");

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(changes.get(id).note()).isEqualTo("Applied by hand, says ann.");
        assertThat(changes.isAnythingApplied(ShopDatabase.RUN)).isTrue();
        changes.keep(ShopDatabase.RUN);
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.KEPT);
    }

    @Test
    void whatIsNotDoneIsSkippedWithWhy() {
        String id = changes.propose(ShopDatabase.RUN, null, BATCH);

        changes.notDoneByHand(ShopDatabase.RUN, "Nobody said in time that it was done.");

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(id).note()).contains("in time");
        assertThat(changes.waitForPerson(ShopDatabase.RUN)).isFalse();
    }

    @Test
    void takingBackDoesOursAndNamesWhatIsLeftToAPerson() throws Exception {
        String index = changes.propose(ShopDatabase.RUN, null, ShopDatabase.orderIdIndex());
        String code = changes.propose(ShopDatabase.RUN, null, BATCH);
        apply.apply(index, progress);
        changes.doneByHand(ShopDatabase.RUN, "Applied by hand, says ann.");

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();
        assertThat(undo.undo(ShopDatabase.RUN, progress)).as("once more").isTrue();

        assertThat(changes.get(index).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(code).status()).isEqualTo(ChangeStatus.TO_BE_TAKEN_BACK);
        assertThat(changes.get(code).note())
                .isEqualTo("Applied by hand, says ann. Perfloop cannot take it back. "
                        + "By hand: deploy the service as it was before.");
        assertThat(verify.verify(ShopDatabase.RUN))
                .contains("as before")
                .contains("Not verified, as a person has to take it back: Fetch all lines at once.");
    }

    /** A migration that comes with the code is the person's, and no reason to say that our undo failed. */
    @Test
    void whatAPersonChangesInTheSchemaIsTheirs() throws Exception {
        String index = changes.propose(ShopDatabase.RUN, null, ShopDatabase.orderIdIndex());
        changes.propose(ShopDatabase.RUN, null, BATCH);
        apply.apply(index, progress);
        shop.shop.sql("ALTER TABLE \"Order Line\" ADD COLUMN total numeric").update();
        changes.doneByHand(ShopDatabase.RUN, "Applied by hand, says ann.");

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before", "Not verified");
        assertThat(shop.has(ShopDatabase.orderIdIndex().indexName())).isFalse();
    }

    @Test
    void aRunThatIsTakenBackBeforeAPersonSaidAnythingLeavesItOut() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, BATCH);

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("Nothing was changed");
    }

    private long statements() {
        return room.ours
                .sql("SELECT count(*) FROM change_statement")
                .query(Long.class)
                .single();
    }

    private List<String> said(String column) {
        return room.ours
                .sql("SELECT " + column + " FROM change")
                .query(String.class)
                .list();
    }
}
