package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vocabulary of detectors' tests: what one finds, and why it finds nothing.
 *
 * <pre>{@code
 * assertFinding(detector, workload).ofKind("MISSING_INDEX").about("table:public.loan").impactBetween(60, 100);
 * assertNoFinding(detector, workload, "under 500 rows");
 * }</pre>
 */
public final class DetectorAssert {
    private DetectorAssert() {}

    /** The finding with the greatest impact; there must be one. */
    public static FindingAssert assertFinding(Detector detector, Workload workload) {
        var detection = detector.in(workload);
        assertThat(detection.findings())
                .as(
                        "findings of %s; turned down: %s; not seen: %s",
                        detector.getClass().getSimpleName(), detection.refusals(), detection.unseen())
                .isNotEmpty()
                .allSatisfy(DetectorAssert::isSound);
        return new FindingAssert(
                detection.findings().stream()
                        .max(Comparator.comparingDouble(Finding::impact))
                        .orElseThrow(),
                detection.findings());
    }

    /** The finding with the greatest impact of that kind. */
    public static FindingAssert assertFinding(Detector detector, Workload workload, String kind) {
        var found = detector.in(workload).findings();
        List<Finding> ofKind =
                found.stream().filter(finding -> finding.kind().equals(kind)).toList();
        assertThat(ofKind).as("%s among %s", kind, found).isNotEmpty().allSatisfy(DetectorAssert::isSound);
        return new FindingAssert(
                ofKind.stream().max(Comparator.comparingDouble(Finding::impact)).orElseThrow(), ofKind);
    }

    /** Found nothing, and says why: in a refusal, or as something it could not see. */
    public static void assertNoFinding(Detector detector, Workload workload, String reasonPart) {
        var detection = detector.in(workload);
        assertThat(detection.findings()).as("findings").isEmpty();
        assertThat(said(detection)).as("what it turned down or could not see").anyMatch(it -> it.contains(reasonPart));
    }

    /** Found nothing, turned nothing down and saw all there was to see. */
    public static void assertNothing(Detector detector, Workload workload) {
        assertThat(detector.in(workload)).isEqualTo(Detection.NOTHING);
    }

    private static List<String> said(Detection detection) {
        return Stream.concat(
                        detection.refusals().stream().map(it -> it.subject() + ": " + it.reason()),
                        detection.unseen().stream().map(it -> it.what() + ": " + it.why() + ". " + it.mend()))
                .toList();
    }

    /** What holds of every finding, whoever found it. */
    public static void isSound(Finding finding) {
        assertThat(finding.id()).isNotBlank();
        assertThat(finding.summary()).isNotBlank();
        assertThat(finding.evidence().reason()).isNotBlank();
        assertThat(finding.impact()).isBetween(0.0, 100.0);
        if (finding.gainLowPct() instanceof Double low && finding.gainHighPct() instanceof Double high) {
            assertThat(low).isBetween(0.0, high);
            assertThat(high).isBetween(0.0, 100.0);
        }
    }
}
