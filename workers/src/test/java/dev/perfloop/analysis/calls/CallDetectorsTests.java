package dev.perfloop.analysis.calls;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.profiling.ColumnFacts;
import org.junit.jupiter.api.Test;

/** What requests ask too often or too much at once, beside one query a row. */
class CallDetectorsTests {
    private static final int[] ONCE = {1, 1, 1, 1, 1, 1};
    private static final String INSERT = "INSERT INTO loan (book) VALUES ($1)";

    @Test
    void manyDifferentStatementsAreFound() {
        var request = Counted.taking(10);
        for (int i = 0; i < 20; i++) {
            request.running(10 + i, "SELECT count(*) FROM \"T" + i + "\" WHERE id = $1", 0.05, ONCE);
        }

        assertFinding(new ChattyEndpointDetector(), request.loaded().workload())
                .ofKind("CHATTY_ENDPOINT")
                .saying("20 trips")
                .inRequests("books")
                .advising("fewer statements");
    }

    @Test
    void manyQuickStatementsInASlowRequestAreNotWorthAChange() {
        var request = Counted.taking(900);
        for (int i = 0; i < 20; i++) {
            request.running(10 + i, "SELECT count(*) FROM t" + i + " WHERE id = $1", i == 0 ? 850 : 0.05, ONCE);
        }

        assertNoFinding(new ChattyEndpointDetector(), request.loaded().workload(), "nothing to gain");
    }

    @Test
    void aFewStatementsAreNotChatty() {
        var request = Counted.taking(20);
        for (int i = 0; i < 7; i++) {
            request.running(10 + i, "SELECT count(*) FROM t" + i + " WHERE id = $1", 0.05, ONCE);
        }

        assertNothing(new ChattyEndpointDetector(), request.loaded().workload());
    }

    @Test
    void aCommitForEachRowIsFound() {
        var workload = Counted.taking(60)
                .running(1, INSERT, 0.05, 20, 20, 20, 20, 20, 20)
                .transactions(19)
                .loaded()
                .workload();

        assertFinding(new RowByRowWriteDetector(), workload)
                .ofKind("COMMIT_PER_ROW")
                .about("statement:1")
                .advising("@Transactional");
    }

    @Test
    void aTripForEachRowIsFound() {
        var workload = Counted.taking(30)
                .running(1, INSERT, 0.05, 20, 30, 20, 25, 20, 40)
                .transactions(1)
                .loaded()
                .workload();

        assertFinding(new RowByRowWriteDetector(), workload)
                .ofKind("ROUND_TRIP_PER_ROW")
                .advising("hibernate.jdbc.batch_size");
    }

    @Test
    void aBatchOfTheDriverIsNoLoop() {
        var workload = Counted.taking(6)
                .running(1, INSERT, 0.05, 100, 100, 100, 100, 100, 100)
                .loaded()
                .workload();

        assertNoFinding(new RowByRowWriteDetector(), workload, "in a batch already");
    }

    @Test
    void oneWriteIsFine() {
        assertNothing(
                new RowByRowWriteDetector(),
                Counted.taking(6).running(1, INSERT, 0.05, ONCE).loaded().workload());
    }

    @Test
    void rowsThatCannotBeInTheAnswerAreFound() {
        var workload = Counted.taking(60)
                .answering(4)
                .running(
                        1,
                        "SELECT * FROM loan WHERE id BETWEEN $1 AND $2",
                        20,
                        ONCE,
                        8000,
                        8000,
                        8000,
                        8000,
                        8000,
                        8000)
                .loaded()
                .workload();

        assertFinding(new OverFetchingDetector(), workload)
                .ofKind("OVER_FETCHING")
                .withConfidence(Confidence.HIGH)
                .saying("8000 rows for an answer of 4 bytes");
    }

    @Test
    void aResultThatNothingBoundsIsFound() {
        var workload = Counted.taking(90)
                .answering(400_000)
                .running(1, "SELECT id, title FROM book ORDER BY title", 20, ONCE, 5000, 5000, 5000, 5000, 5001, 5002)
                .loaded()
                .workload();

        assertFinding(new OverFetchingDetector(), workload)
                .ofKind("UNBOUNDED_RESULT")
                .advising("LIMIT");
    }

    @Test
    void wideColumnsThatAreNotShownAreFound() {
        var workload = Counted.taking(30)
                .answering(4_000)
                .running(
                        1,
                        "SELECT b.* FROM \"Shop\".book b WHERE genre = $1 LIMIT $2",
                        8,
                        ONCE,
                        100,
                        100,
                        100,
                        100,
                        100,
                        100)
                .loaded()
                .with(ATable.named("Shop", "book")
                        .column(new ColumnFacts("id", "bigint", true, -1.0, 0.0, 0.0, 8, null))
                        .column(new ColumnFacts("scan", "bytea", true, -1.0, 0.0, 0.0, 9000, null)))
                .workload();

        assertFinding(new OverFetchingDetector(), workload).saying("rows of about 9008 bytes");
    }

    @Test
    void aPageOfRowsIsWhatItShouldBe() {
        var workload = Counted.taking(30)
                .answering(6_000)
                .running(1, "SELECT id, title FROM book LIMIT $1", 8, ONCE, 50, 50, 50, 50, 50, 50)
                .loaded()
                .workload();

        assertNothing(new OverFetchingDetector(), workload);
    }

    @Test
    void aPageFarBehindIsFound() {
        var workload = AWorkload.missing("p95", 20)
                .request("page", 1000, 20)
                .with(AStatement.running(1, "SELECT id FROM book ORDER BY id LIMIT $1 OFFSET $2")
                        .meanMs(15)
                        .rowsPerCall(20)
                        .blocks(3_000_000, 0))
                .workload();

        assertFinding(new LargeOffsetDetector(), workload)
                .ofKind("LARGE_OFFSET")
                .saying("3000 blocks")
                .advising("keyset");
    }

    @Test
    void theFirstPagesCostLittle() {
        var workload = AWorkload.missing("p95", 20)
                .request("page", 1000, 20)
                .with(AStatement.running(1, "SELECT id FROM book ORDER BY id OFFSET $1 ROWS FETCH NEXT $2 ROWS ONLY")
                        .meanMs(15)
                        .rowsPerCall(20)
                        .blocks(8_000, 0))
                .workload();

        assertNoFinding(new LargeOffsetDetector(), workload, "costs little");
    }

    @Test
    void withoutCountedCallsThereIsOnlyAHint() {
        var workload = AWorkload.missing("p95", 20)
                .request("list", 1000, 20)
                .with(AStatement.running(1, "SELECT * FROM author WHERE id = $1")
                        .calls(20_000)
                        .meanMs(0.5))
                .workload();

        assertFinding(new GuessedRepetitionDetector(), workload)
                .ofKind("CHATTY_STATEMENT")
                .withConfidence(Confidence.LOW);
        assertNothing(
                new GuessedRepetitionDetector(),
                Counted.taking(20)
                        .running(1, "SELECT * FROM author WHERE id = $1", 0.5, ONCE)
                        .loaded()
                        .workload());
    }
}
