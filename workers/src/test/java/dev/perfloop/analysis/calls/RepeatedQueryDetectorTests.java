package dev.perfloop.analysis.calls;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Layer;
import org.junit.jupiter.api.Test;

class RepeatedQueryDetectorTests {
    private static final String MENU =
            "SELECT c.name, count(*) FROM \"Shop\".category c JOIN product p USING (id) GROUP BY c.name";

    private final RepeatedQueryDetector detector = new RepeatedQueryDetector();

    private static AWorkload menu() {
        return AWorkload.missing("p95", 20)
                .request("list", 6000, 20)
                .with(AStatement.running(1, MENU).calls(6000).meanMs(10));
    }

    @Test
    void aQuestionOfManyRequestsGetsACacheThatItsWritersEmpty() {
        var workload = menu().with(ATable.named("Shop", "category").rows(20, 1))
                .with(ATable.named("public", "product").rows(5000, 100).written(0, 60, 0))
                .with(AStatement.running(2, "UPDATE product SET price = $1 WHERE id = $2")
                        .calls(60))
                .workload();

        var found = assertFinding(detector, workload)
                .ofKind("REPEATED_QUERY")
                .inLayer(Layer.CACHING)
                .about("statement:1")
                .about("table:public.product")
                .chainOf(LinkKind.REQUEST, LinkKind.STATEMENT, LinkKind.TABLE, LinkKind.TABLE)
                .advising("Cache-aside")
                .advising("UPDATE product SET price")
                .finding();
        assertThat(found.evidence().reason()).contains("98 %", "99 %");
    }

    @Test
    void whatIsWrittenOftenIsWrittenThrough() {
        var workload = menu().with(
                        ATable.named("public", "product").rows(5000, 100).written(0, 1200, 0))
                .workload();

        assertFinding(detector, workload).advising("Write-through");
    }

    @Test
    void whatIsWrittenAsOftenAsItIsReadIsNotCached() {
        var workload = menu().with(
                        ATable.named("public", "product").rows(5000, 100).written(9000, 0, 0))
                .workload();

        assertNoFinding(detector, workload, "a cache would answer only 40 %");
    }

    @Test
    void aQuestionOfOneRequestIsAskedOnce() {
        var workload = Counted.taking(100)
                .running(
                        1,
                        "SELECT name, count(*) FROM book WHERE id < $1 GROUP BY name",
                        5,
                        new int[] {4, 9, 6, 11, 5, 8},
                        48,
                        108,
                        72,
                        132,
                        60,
                        96)
                .loaded()
                .with(ATable.named("public", "book").rows(5000, 100))
                .workload();

        assertFinding(detector, workload).ofKind("REPEATED_QUERY").advising("ask once and hand the result on");
    }

    @Test
    void aSmallTableHasFewDifferentAnswers() {
        var workload = AWorkload.missing("p95", 20)
                .request("list", 6000, 20)
                .with(ATable.named("public", "rate").rows(40, 1))
                .with(AStatement.running(1, "SELECT * FROM rate WHERE f(code) = $1")
                        .calls(6000)
                        .meanMs(10))
                .workload();

        assertFinding(detector, workload).saying("few different answers").saying("(entries kept 1 s at most) to 99 %");
    }

    @Test
    void otherQuestionsByParameterAreNotTheSame() {
        var workload = AWorkload.missing("p95", 20)
                .with(AStatement.running(1, "SELECT * FROM book WHERE id = $1").meanMs(10))
                .workload();

        assertNothing(detector, workload);
    }

    @Test
    void whatIsNeverTheSameIsNotCached() {
        var workload = AWorkload.missing("p95", 20)
                .with(AStatement.running(1, "SELECT id FROM book ORDER BY random()")
                        .meanMs(10))
                .workload();

        assertNothing(detector, workload);
    }

    @Test
    void whatIsQuickIsNotWorthACache() {
        var workload = AWorkload.missing("p95", 20)
                .request("list", 6000, 20)
                .with(AStatement.running(1, "SELECT name FROM setting")
                        .calls(60_000)
                        .meanMs(0.03))
                .workload();

        assertNoFinding(detector, workload, "hardly beat");
    }

    @Test
    void theForecastIsTheShareOfReadsThatFindAnEntry() {
        var hits = new HitRatio(100, 1);

        assertThat(hits.keptFor(1)).isCloseTo(100.0 / 102, within(1e-9));
        assertThat(hits.keptFor(60)).isCloseTo(0.9899, within(1e-4));
        assertThat(hits.agedOnly(60)).isCloseTo(0.99983, within(1e-5));
        assertThat(new HitRatio(0, 1).keptFor(60)).isZero();
    }

    @Test
    void tablesAreReadFromTextsAsPostgresWritesThem() {
        assertThat(Sql.tablesRead("SELECT * FROM \"My Schema\".\"Order\" o LEFT JOIN Line l ON true, LATERAL f(1)"))
                .containsExactly("My Schema.Order", "line");
        assertThat(Sql.tablesWritten("DELETE FROM ONLY Shop.Line WHERE id = $1"))
                .containsExactly("shop.line");
        assertThat(Sql.tablesRead("SELECT count(*) FROM generate_series($1, $2)"))
                .isEmpty();
    }
}
