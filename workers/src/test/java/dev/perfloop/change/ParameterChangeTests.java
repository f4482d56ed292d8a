package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perfloop.change.SetParameter.Scope;
import org.junit.jupiter.api.Test;

class ParameterChangeTests extends SettingAShop {
    @Test
    void whatIsSetForTheDatabaseHoldsInItsNewSessionsAndIsTakenBackToNothing() throws Exception {
        String id = applied(set(Scope.DATABASE, "work_mem", "24MB"));

        assertThat(inNewSession("work_mem")).isEqualTo("24MB");
        assertThat(changes.get(id).fingerprintAfter())
                .isNotEqualTo(changes.get(id).fingerprintBefore());
        undo.undo(ShopDatabase.RUN, progress);
        assertThat(inNewSession("work_mem")).isEqualTo("4MB");
        assertThat(sent()).endsWith("ALTER DATABASE \"" + database + "\" RESET work_mem");
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aValueThatWasSetBeforeIsPutBack() throws Exception {
        shop.shop
                .sql("ALTER DATABASE " + database + " SET random_page_cost = 3.5")
                .update();
        applied(set(Scope.DATABASE, "random_page_cost", "1.1"));
        assertThat(inNewSession("random_page_cost")).isEqualTo("1.1");

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(inNewSession("random_page_cost")).isEqualTo("3.5");
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aSecondDeliveryAndASecondUndoSendNothing() throws Exception {
        String id = applied(set(Scope.DATABASE, "work_mem", "24MB"));
        room.ours.sql("UPDATE change SET status = 'APPLYING'").update();
        apply.apply(id, progress);
        assertThat(sent()).hasSize(1);
        undo.undo(ShopDatabase.RUN, progress);
        room.ours.sql("UPDATE change SET status = 'UNDOING'").update();

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(sent()).hasSize(2);
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
    }

    @Test
    void whatWasSetByOthersSinceThePlanIsLeftAlone() throws Exception {
        var change = set(Scope.DATABASE, "work_mem", "24MB");
        String id = changes.propose(ShopDatabase.RUN, null, change);
        shop.shop.sql("ALTER DATABASE " + database + " SET work_mem = '9MB'").update();

        apply.apply(id, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(id).note()).contains("it is set to 9MB");
        assertThat(inNewSession("work_mem")).isEqualTo("9MB");
    }

    @Test
    void whatIsSetSoAlreadyIsNeedless() throws Exception {
        shop.shop
                .sql("ALTER DATABASE " + database + " SET work_mem = '24576kB'")
                .update();
        String id = changes.propose(
                ShopDatabase.RUN, null, new SetParameter(Scope.DATABASE, database, "work_mem", "24MB", null, true));

        apply.apply(id, progress);

        assertThat(changes.get(id).note()).contains("already");
        assertThat(sent()).isEmpty();
    }

    @Test
    void aNameAndAValueCannotEndTheStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetParameter(Scope.SYSTEM, "", "work_mem TO '1'; DROP", "1", null, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetParameter(Scope.SYSTEM, "", "work_mem", "1\\", null, true));
        var odd = new SetParameter(Scope.DATABASE, "My \"DB\"", "a.b", "it's", "x", true);
        assertThat(odd.statements()).containsExactly("ALTER DATABASE \"My \"\"DB\"\"\" SET a.b TO 'it''s'");
        assertThat(ChangeJson.read(ChangeJson.write(odd))).isEqualTo(odd);
    }

    @Test
    void oneThatAnEarlierVersionWroteDownIsTakenBackByWhatItWasAppliedBy() {
        var kept = ChangeJson.read("""
                {"kind": "SET_PARAMETER", "scope": "SYSTEM", "database": "shop", "name": "jit", "value": "off", "former": null}""");

        assertThat(kept.undoStatements()).containsExactly("ALTER SYSTEM RESET jit", "SELECT pg_reload_conf()");
    }
}
