package dev.perfloop.analysis.index;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.IndexFacts.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpareIndexDetectorTests {
    private static final SpareIndexDetector DETECTOR = new SpareIndexDetector();

    @Test
    void ofTwoEqualIndexesTheLaterByNameGoes() {
        assertFinding(
                        DETECTOR,
                        written(index("a_first", 9, "member"), index("b_again", 9, "member")),
                        "DUPLICATE_INDEX")
                .alone()
                .saying("b_again")
                .proposing(new Proposal.DropIndex(
                        "s", "loan", "b_again", "CREATE INDEX b_again ON s.loan USING btree (member)"));
    }

    @Test
    void anIndexThatAnotherBeginsWithGoes() {
        assertFinding(
                        DETECTOR,
                        written(index("short", 9, "member"), index("long", 9, "member", "book")),
                        "DUPLICATE_INDEX")
                .alone()
                .saying("s.short");
    }

    @Test
    void theSameColumnsInAnotherOrderAreAnotherIndex() {
        assertNothing(DETECTOR, written(index("one", 9, "member", "book"), index("two", 9, "book", "member")));
    }

    @Test
    void anotherOperatorClassIsAnotherIndex() {
        var patterns = new IndexFacts(
                "s",
                "loan",
                "patterns",
                "btree",
                false,
                false,
                true,
                keys("member"),
                List.of(),
                null,
                8192,
                9,
                new Made("CREATE INDEX patterns ON s.loan USING btree (member text_pattern_ops)", false, 9, null));

        assertNothing(DETECTOR, written(index("a_first", 9, "member"), patterns));
    }

    @Test
    void anIndexThatWasNeverScannedIsAHint() {
        assertFinding(DETECTOR, written(index("idle", 0, "member")), "UNUSED_INDEX")
                .withConfidence(dev.perfloop.analysis.Finding.Confidence.LOW);
    }

    @Test
    void howLongWasCountedIsSaid() {
        assertFinding(DETECTOR, written(index("idle", 0, "member")), "UNUSED_INDEX")
                .saying("since 1969-12-02T00:00:00Z");
    }

    @Test
    void aFewDaysDoNotTellThatAnIndexIsUnused() {
        assertNoFinding(
                DETECTOR,
                written(index("idle", 0, Duration.ofDays(3), "member")),
                "its counters count only since 1969-12-29T00:00:00Z");
    }

    @Test
    void whereNothingIsWrittenASpareIndexCostsRoomOnly() {
        assertNoFinding(
                DETECTOR,
                AWorkload.missing("p95", 200)
                        .with(ATable.named("s", "loan").rows(1e6, 9000))
                        .with(index("idle", 0, "member"))
                        .workload(),
                "it costs room only");
    }

    @Test
    void whatAConstraintRestsOnStays() {
        var unique = new IndexFacts(
                "s",
                "loan",
                "unique",
                "btree",
                true,
                false,
                true,
                keys("member"),
                List.of(),
                null,
                8192,
                0,
                new Made("CREATE UNIQUE INDEX ...", true, 0, null));

        assertNothing(DETECTOR, written(unique));
    }

    private static dev.perfloop.analysis.Workload written(IndexFacts... indexes) {
        var workload = AWorkload.missing("p95", 200)
                .with(AStatement.running(1, "INSERT INTO s.loan (member, book) VALUES ($1, $2)")
                        .calls(1000)
                        .meanMs(50))
                .with(ATable.named("s", "loan").rows(1e6, 9000).written(1000, 0, 0));
        Stream.of(indexes).forEach(workload::with);
        return workload.workload();
    }

    private static IndexFacts index(String name, long scansEver, String... columns) {
        return index(name, scansEver, Duration.ofDays(30), columns);
    }

    private static IndexFacts index(String name, long scansEver, Duration countedFor, String... columns) {
        return new IndexFacts(
                "s",
                "loan",
                name,
                "btree",
                false,
                false,
                true,
                keys(columns),
                List.of(),
                null,
                8192,
                0,
                new Made(
                        "CREATE INDEX " + name + " ON s.loan USING btree (" + String.join(", ", columns) + ")",
                        false,
                        scansEver,
                        Instant.EPOCH.minus(countedFor)));
    }

    private static List<IndexFacts.Key> keys(String... columns) {
        return Stream.of(columns)
                .map(column -> new IndexFacts.Key(column, true, false, false))
                .toList();
    }
}
