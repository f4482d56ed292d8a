package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perfloop.change.RefreshStatistics.FinerColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsChangeTests extends ChangingAShop {
    private static final RefreshStatistics TOGETHER =
            new RefreshStatistics(ShopDatabase.TABLE, List.of("Order Id", "note"), List.of());

    @Test
    void theStatisticsAreTakenAnewAndStayWhenTheRunIsTakenBack() throws Exception {
        String id = applied(RefreshStatistics.plain(ShopDatabase.TABLE));

        assertThat(shop.shop
                        .sql("SELECT count(*) FROM pg_stats WHERE tablename = 'Order Line'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(sent()).containsExactly("ANALYZE \"public\".\"Order Line\"");
        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).contains("kept by nobody");
        assertThat(sent()).hasSize(1);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void whyItIsTakenBackIsNotForgottenOverWhatRemains() throws Exception {
        String id = applied(RefreshStatistics.plain(ShopDatabase.TABLE));
        changes.reject(id, "No gain.");

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(changes.get(id).note()).startsWith("No gain. The statistics stay");
    }

    @Test
    void extendedStatisticsAreMadeFilledAndTakenAway() throws Exception {
        String id = applied(TOGETHER);

        assertThat(extended()).containsExactly("Order Id, note");
        assertThat(changes.get(id).fingerprintAfter())
                .isNotEqualTo(changes.get(id).fingerprintBefore());
        undo.undo(ShopDatabase.RUN, progress);
        assertThat(extended()).isEmpty();
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aStatisticsTargetIsPutBackToWhatItWas() throws Exception {
        shop.shop
                .sql("ALTER TABLE \"Order Line\" ALTER COLUMN note SET STATISTICS 50")
                .update();
        var finer = room.get(FormerState.class)
                .refresh(ShopDatabase.RUN, ShopDatabase.TABLE, List.of("note", "Order Id"), 1000);
        assertThat(finer.finer())
                .containsExactly(new FinerColumn("note", 1000, 50), new FinerColumn("Order Id", 1000, null));

        applied(finer);
        assertThat(target("note")).isEqualTo(1000);
        assertThat(target("Order Id")).isEqualTo(1000);
        undo.undo(ShopDatabase.RUN, progress);

        assertThat(target("note")).isEqualTo(50);
        assertThat(target("Order Id")).isEqualTo(-1);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
        assertThat(sent()).endsWith("ANALYZE \"public\".\"Order Line\" (\"note\", \"Order Id\")");
    }

    @Test
    void aKillBetweenTwoStatementsIsGoneOnFrom() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, TOGETHER);
        room.ours
                .sql("UPDATE change SET status = 'APPLYING', fingerprint_before = fingerprint_planned")
                .update();
        shop.shop.sql(TOGETHER.create()).update();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(sent()).containsExactly(TOGETHER.analyse());
    }

    @Test
    void aKillBeforeTheAnswerSendsOnlyWhatWasNotAnswered() throws Exception {
        String id = applied(TOGETHER);
        room.ours.sql("UPDATE change SET status = 'APPLYING'").update();
        room.ours
                .sql("UPDATE change_statement SET millis = NULL WHERE statement LIKE 'ANALYZE%'")
                .update();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(sent()).containsExactly(TOGETHER.create(), TOGETHER.analyse());
    }

    @Test
    void aLockHeldByAnotherSessionFailsItAndLeavesNothing() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, TOGETHER);
        try (var other = shop.source.getConnection();
                var session = other.createStatement()) {
            other.setAutoCommit(false);
            session.execute("LOCK TABLE \"Order Line\" IN SHARE UPDATE EXCLUSIVE MODE");

            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Later.class);
            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Failed.class);
        }
        assertThat(extended()).isEmpty();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).startsWith("No lock");
    }

    @Test
    void whatAnalyzeWouldPassOverIsNotCalledDone() throws Exception {
        shop.actForNobody();
        String id = changes.propose(ShopDatabase.RUN, null, RefreshStatistics.plain(ShopDatabase.TABLE));

        apply.apply(id, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(id).note()).contains("may analyse public.Order Line");
    }

    @Test
    void aColumnThatIsGoneOrATargetThatWasChangedIsAReasonNotTo() throws Exception {
        var gone = new RefreshStatistics(ShopDatabase.TABLE, List.of("note", "colour"), List.of());
        var changed = new RefreshStatistics(ShopDatabase.TABLE, List.of(), List.of(new FinerColumn("note", 500, 77)));
        String first = changes.propose(ShopDatabase.RUN, null, gone);
        String second = changes.propose(ShopDatabase.RUN, null, changed);

        apply.apply(first, progress);
        apply.apply(second, progress);

        assertThat(changes.get(first).note()).contains("no column colour");
        assertThat(changes.get(second).note()).contains("changed since the plan");
    }

    @Test
    void statisticsThatPostgresRefusesAreNoChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RefreshStatistics(ShopDatabase.TABLE, List.of("note"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new FinerColumn("note", 10_001, null));
        assertThat(ChangeJson.read(ChangeJson.write(TOGETHER))).isEqualTo(TOGETHER);
    }

    private List<String> sent() {
        return room.ours
                .sql("SELECT statement FROM change_statement WHERE millis IS NOT NULL AND error IS NULL ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<String> extended() {
        return shop.shop.sql("""
                        SELECT (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum)
                                FROM pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys))
                        FROM pg_statistic_ext s JOIN pg_statistic_ext_data d ON d.stxoid = s.oid""").query(String.class).list();
    }

    private int target(String column) {
        return shop.shop.sql("""
                        SELECT COALESCE(attstattarget, -1) FROM pg_attribute
                        WHERE attrelid = '"Order Line"'::regclass AND attname = :column""").param("column", column).query(Integer.class).single();
    }
}
