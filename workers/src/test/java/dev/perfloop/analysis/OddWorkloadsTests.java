package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.ServerFacts.Checkpoints;
import dev.perfloop.profiling.ServerFacts.DatabaseWork;
import dev.perfloop.profiling.ServerFacts.LockWait;
import dev.perfloop.profiling.ServerFacts.OpenTransaction;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.StatementFacts.Details;
import dev.perfloop.profiling.StatementPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no profile should hold and some will: no detector may fail on it, and nobody may claim what is not a share. */
class OddWorkloadsTests {
    private static final List<Detector> DETECTORS = AllDetectors.list();
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @MethodSource("odd")
    void nobodyFailsAndNobodyClaimsTooMuch(Workload workload) {
        assertThat(DETECTORS).hasSizeGreaterThan(15).allSatisfy(detector -> {
            var detection = detector.in(workload);
            assertThat(detection.findings()).extracting(Finding::withinBounds).allSatisfy(DetectorAssert::isSound);
        });
        assertThat(new Inventory(workload).bottlenecks())
                .allSatisfy(it -> assertThat(it.impact()).isBetween(0.0, 100.0));
        assertThatCode(() -> new Inventory(workload).layers()).doesNotThrowAnyException();
    }

    @Test
    void aDetectorThatFailsIsABlindSpot() {
        Detector broken = new Detector() {
            @Override
            public Layer layer() {
                return Layer.DATABASE;
            }

            @Override
            public Detection in(Workload workload) {
                throw new IllegalStateException("no such column");
            }
        };

        var detection = Analysis.detection(broken, AWorkload.missing("p95", 1).workload());

        assertThat(detection.findings()).isEmpty();
        assertThat(detection.unseen())
                .singleElement()
                .satisfies(unseen -> assertThat(unseen.why()).contains("no such column"));
    }

    @Test
    void measuringNothingIsNoProofThatAnObjectiveHolds() {
        assertThat(new Missed("", "p95", 200, NAN).gapShare()).isEqualTo(1);
        assertThat(new Missed("", "throughput", 50, 40).gapShare()).isEqualTo(0.2, within(1e-9));
    }

    static Stream<Named<Workload>> odd() {
        return Stream.of(
                Named.of("nothing at all", nothing()),
                Named.of("no calls", filled(new AStatementLike(0, 0, 0, "SELECT 1"))),
                Named.of("not a number", filled(new AStatementLike(7, NAN, NAN, "SELECT 1"))),
                Named.of("infinite", filled(new AStatementLike(7, Double.POSITIVE_INFINITY, 1, "SELECT 1"))),
                Named.of("enormous", filled(new AStatementLike(Long.MAX_VALUE, 1e300, 1, "SELECT 1"))),
                Named.of("negative", filled(new AStatementLike(-5, -100, -1, "SELECT 1"))),
                Named.of("text not told", filled(new AStatementLike(9, 900, 1, "<insufficient privilege>"))),
                Named.of("no text", filled(new AStatementLike(9, 900, 1, ""))),
                Named.of("unfinished", filled(new AStatementLike(9, 900, 1, "SELECT 'a FROM (((("))),
                Named.of(
                        "other scripts",
                        filled(new AStatementLike(9, 900, 1, "SELECT \"größe\", '日本語 🙂' FROM \"Straße\""))));
    }

    private record AStatementLike(long calls, double totalMs, double share, String text) {}

    private static Workload nothing() {
        var profile =
                new Profile(Instant.EPOCH, Instant.EPOCH, "", List.of(), List.of(), Map.of(), Map.of(), List.of());
        var load = new DrivenLoad(new Latencies(0, 0, 0, 0, 0, 0, 0), Map.of(), Map.of());
        return new Workload(profile, load, new Series(List.of()), List.of(new Missed("", "p95", 1, NAN)));
    }

    private static Workload filled(AStatementLike like) {
        var odd = new StatementFacts(
                1,
                like.text(),
                like.calls(),
                like.totalMs(),
                like.totalMs() / like.calls(),
                like.calls(),
                like.calls(),
                like.calls(),
                like.calls(),
                like.calls(),
                like.share(),
                new Details(
                        NAN, NAN, like.totalMs(), like.totalMs(), NAN, -1, like.calls(), like.calls(), like.totalMs()));
        var base = AWorkload.missing("p95", 200)
                .missed("list", "p99", 0, Double.POSITIVE_INFINITY)
                .missed("gone", "throughput", 5, 0)
                .request("list", 1000, NAN)
                .with(ATable.named("Straße", "Order Line").rows(-1, 0).deadRows(Long.MAX_VALUE))
                .with(ATable.named("public", "line")
                        .rows(NAN, Long.MAX_VALUE / 8192)
                        .pagesThatWouldDo(NAN))
                .setting("work_mem", "lots")
                .setting("max_connections", "")
                .sampled(Metrics.SYSTEM_CPU_SHARE, NAN, 7)
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 1, NAN, 1e300)
                .plan(new StatementPlan(1, "GENERIC_PLAN", "[{\"Plan\": {\"Node Type\": \"Seq Scan\""))
                .plan(
                        1,
                        "{\"Node Type\": \"Sort\", \"Plans\": [{\"Node Type\": \"Seq Scan\", \"Relation Name\": \"line\", "
                                + "\"Schema\": \"public\", \"Filter\": \"((((\", \"Plan Rows\": -1}]}")
                .server(server(like))
                .workload();
        var profile = base.profile();
        return new Workload(
                new Profile(
                        profile.from(),
                        profile.from(),
                        profile.serverVersion(),
                        profile.tables(),
                        profile.indexes(),
                        profile.settings(),
                        Map.of("CPU", 0L),
                        List.of(odd)),
                base.load(),
                base.series(),
                base.missed(),
                base.captured());
    }

    private static ServerFacts server(AStatementLike like) {
        return new ServerFacts(
                List.of(),
                List.of(new LockWait(
                        "new kind", null, "", 77L, like.text(), "", "", null, like.text(), NAN, like.calls())),
                List.of(new OpenTransaction("", "", like.text(), NAN, 0, like.calls())),
                new DatabaseWork(0, 0, 0, 0, NAN, NAN, 0, 0, like.calls()),
                new Checkpoints(0, like.calls(), NAN, 0, 0, 0, 0),
                List.of(),
                List.of());
    }
}
