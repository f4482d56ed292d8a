package dev.perfloop.analysis.calls;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding.Confidence;
import org.junit.jupiter.api.Test;

class NPlusOneDetectorTests {
    private static final String BOOKS = "SELECT * FROM book WHERE genre = $1 LIMIT $2";
    private static final String AUTHOR = "SELECT * FROM author WHERE id = $1";
    private static final int[] ONCE = {1, 1, 1, 1, 1, 1};

    private final NPlusOneDetector detector = new NPlusOneDetector();

    @Test
    void aQueryForEachRowOfAnotherIsFoundWithItsSource() {
        var workload = Counted.taking(40)
                .running(1, BOOKS, 1, ONCE, 20, 20, 20, 20, 20, 20)
                .running(2, AUTHOR, 0.5, 20, 20, 20, 20, 20, 20)
                .loaded()
                .workload();

        assertFinding(detector, workload)
                .ofKind("N_PLUS_ONE")
                .alone()
                .about("statement:2")
                .inRequests("books")
                .chainOf(LinkKind.REQUEST, LinkKind.STATEMENT, LinkKind.STATEMENT)
                .withConfidence(Confidence.HIGH)
                .saying("That is as often as there were rows from: SELECT * FROM book")
                .advising("JOIN FETCH");
    }

    @Test
    void whatVariesFromRequestToRequestNeedsNoSource() {
        var workload = Counted.taking(40)
                .running(2, AUTHOR, 1, 4, 19, 8, 30, 12, 7)
                .loaded()
                .workload();

        assertFinding(detector, workload).withConfidence(Confidence.HIGH).saying("varies from request to request");
    }

    @Test
    void statementsThatRunTogetherForEachRowAreOneFinding() {
        var workload = Counted.taking(60)
                .running(1, BOOKS, 1, ONCE, 5, 9, 20, 7, 11, 6)
                .running(2, AUTHOR, 1, 5, 9, 20, 7, 11, 6)
                .running(3, "SELECT * FROM stock WHERE book = $1", 0.5, 5, 9, 20, 7, 11, 6)
                .loaded()
                .workload();

        assertFinding(detector, workload).alone().about("statement:2").about("statement:3");
    }

    @Test
    void threeRowsAreEnough() {
        var workload = Counted.taking(20)
                .running(1, BOOKS, 1, ONCE, 3, 3, 4, 3, 3, 3)
                .running(2, AUTHOR, 4, 3, 3, 4, 3, 3, 3)
                .loaded()
                .workload();

        assertFinding(detector, workload).ofKind("N_PLUS_ONE");
    }

    @Test
    void aDisturbedDatabaseLeavesDoubt() {
        var workload = Counted.taking(40)
                .disturbed()
                .running(2, AUTHOR, 1, 4, 19, 8, 30, 12, 7)
                .loaded()
                .workload();

        assertFinding(detector, workload).withConfidence(Confidence.MEDIUM);
    }

    @Test
    void aLoopOfFiveIsNone() {
        var workload = Counted.taking(40)
                .running(2, AUTHOR, 1, 5, 5, 5, 5, 5, 5)
                .loaded()
                .workload();

        assertNoFinding(detector, workload, "a loop of fixed length");
    }

    @Test
    void fiveQuickCallsAreNotWorthAChange() {
        var workload = Counted.taking(1.2)
                .running(1, BOOKS, 0.1, ONCE, 5, 4, 5, 3, 6, 5)
                .running(2, AUTHOR, 0.1, 5, 4, 5, 3, 6, 5)
                .loaded()
                .workload();

        assertNoFinding(detector, workload, "5 calls of 0.10 ms: nothing to gain");
    }

    @Test
    void pagesOfOneResultAreNone() {
        var workload = Counted.taking(200)
                .running(
                        2,
                        "SELECT * FROM event WHERE id > $1 ORDER BY id LIMIT $2",
                        5,
                        new int[] {4, 9, 6, 11, 5, 8},
                        400,
                        900,
                        600,
                        1100,
                        500,
                        800)
                .loaded()
                .workload();

        assertNoFinding(detector, workload, "in chunks of about 100 rows");
    }

    @Test
    void theSameAnswerEachTimeIsAnotherFinding() {
        var workload = Counted.taking(200)
                .running(
                        2,
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
                .workload();

        assertNoFinding(detector, workload, "one question asked again");
    }

    @Test
    void writesAreAnotherFinding() {
        var workload = Counted.taking(40)
                .running(2, "UPDATE book SET seen = $1 WHERE id = $2", 1, 4, 19, 8, 30, 12, 7)
                .loaded()
                .workload();

        assertNothing(detector, workload);
    }
}
