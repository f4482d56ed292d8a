package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.ServerFacts.LockWait;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockWaitDetectorTests {
    private static final String COUNT = "UPDATE counter SET visits = visits + $1 WHERE id = $2";

    private final LockWaitDetector detector = new LockWaitDetector();

    @Test
    void aRowThatAllWriteIsNamedAsHot() {
        assertFinding(detector, waiting(row("shop", "active", 1L, COUNT, 40)).workload())
                .ofKind("ROW_LOCK_CONTENTION")
                .about("statement:1")
                .about("table:public.counter")
                .impactBetween(60, 100)
                .withConfidence(Confidence.HIGH)
                .inRequests("visit")
                .chainOf(LinkKind.REQUEST, LinkKind.STATEMENT, LinkKind.TABLE, LinkKind.SESSION)
                .advising("Spread the writes")
                .alone();
    }

    @Test
    void aHolderThatSitsIdleInItsTransactionIsTheCause() {
        assertFinding(
                        detector,
                        waiting(row("nightly", "idle in transaction", 9L, "UPDATE counter", 40))
                                .workload())
                .saying("\"nightly\" holds idle in transaction")
                .advising("Commit before");
    }

    @Test
    void lockingSelectsAreToldToLockLess() {
        assertFinding(
                        detector,
                        waiting(row("worker", "active", 9L, "SELECT * FROM counter FOR UPDATE", 40))
                                .workload())
                .advising("SKIP LOCKED");
    }

    @Test
    void aLockOnTheWholeTableNamesTheJobThatTookIt() {
        var ddl = new LockWait(
                "relation",
                "public.counter",
                "RowExclusiveLock",
                1L,
                COUNT,
                "migration",
                "active",
                null,
                "ALTER TABLE counter ADD COLUMN x int",
                12,
                30);

        assertFinding(detector, waiting(ddl).workload())
                .ofKind("RELATION_LOCK_CONTENTION")
                .saying("migration")
                .advising("lock_timeout");
    }

    @Test
    void waitsOfTheSameTableAreOneFinding() {
        assertFinding(
                        detector,
                        waiting(row("a", "active", 1L, COUNT, 10), row("b", "active", 1L, COUNT, 20))
                                .workload())
                .saying("seen 30 times")
                .alone();
    }

    @Test
    void aStatementThatIsNotKnownWaitsAllTheSame() {
        var wait = new LockWait(
                "transactionid", null, "ShareLock", null, "<insufficient privilege>", "x", "active", null, "", 1, 40);

        assertFinding(detector, waiting(wait).workload())
                .ofKind("ROW_LOCK_CONTENTION")
                .impactBetween(50, 100);
    }

    @Test
    void aSingleWaitInAMinuteIsNotTheCause() {
        assertNoFinding(
                detector,
                AWorkload.missing("p95", 200)
                        .request("visit", 100_000, 100)
                        .with(AStatement.running(1, COUNT).calls(100_000).meanMs(90))
                        .server(facts(row("shop", "active", 1L, COUNT, 1)))
                        .workload(),
                "next to nothing");
    }

    @Test
    void whereNobodyWaitsThereIsNothingToSay() {
        assertNothing(detector, AWorkload.missing("p95", 200).workload());
    }

    /** 60 requests in all, 50 s in the one statement. */
    private static AWorkload waiting(LockWait... waits) {
        return AWorkload.missing("p95", 200)
                .request("visit", 600, 100)
                .with(AStatement.running(1, COUNT).calls(600).meanMs(85))
                .server(facts(waits));
    }

    private static LockWait row(String holder, String state, @Nullable Long holderId, String query, long waits) {
        return new LockWait(
                "transactionid", "public.counter", "ShareLock", 1L, COUNT, holder, state, holderId, query, 2.5, waits);
    }

    private static ServerFacts facts(LockWait... waits) {
        return new ServerFacts(List.of(), List.of(waits), List.of(), null, null, List.of(), List.of());
    }
}
