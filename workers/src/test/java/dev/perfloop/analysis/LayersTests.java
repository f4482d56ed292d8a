package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.ServerFacts.LockWait;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTests {
    private static final double[] IDLE = {0.2, 0.2};

    @Test
    void noLayerIsLookedAtWhereTheObjectivesHold() {
        assertThat(layers(AWorkload.healthy())).isEmpty();
    }

    @Test
    void aDatabaseThatIsAskedOncePerRequestIsLookedAtAlone() {
        assertThat(layers(AWorkload.missing("p95", 200)
                        .with(AStatement.running(1, "SELECT 1").calls(1000).meanMs(95))
                        .sampled(Metrics.SYSTEM_CPU_SHARE, IDLE)))
                .containsExactly(Layer.DATABASE, Layer.CACHING);
    }

    @Test
    void aDatabaseThatIsAskedManyTimesMayBeAskedTooOften() {
        assertThat(layers(AWorkload.missing("p95", 200)
                        .with(AStatement.running(1, "SELECT 1").calls(20_000).meanMs(4.8))
                        .sampled(Metrics.SYSTEM_CPU_SHARE, IDLE)))
                .containsExactly(Layer.DATABASE, Layer.APPLICATION, Layer.CACHING);
    }

    @Test
    void timeOutsideTheDatabasePointsToTheApplication() {
        assertThat(layers(AWorkload.missing("p95", 200)
                        .with(AStatement.running(1, "SELECT 1").calls(1000).meanMs(2))
                        .sampled(Metrics.SYSTEM_CPU_SHARE, IDLE)))
                .containsExactly(Layer.APPLICATION);
    }

    @Test
    void locksAreLookedAtHoweverLittleTimeStatementsTook() {
        var wait = new LockWait("relation", "s.t", "m", null, "q", "h", "active", null, "q", 1, 2);

        assertThat(layers(AWorkload.missing("p95", 200)
                        .server(new ServerFacts(List.of(), List.of(wait), List.of(), null, null, List.of(), List.of()))
                        .sampled(Metrics.SYSTEM_CPU_SHARE, IDLE)))
                .contains(Layer.DATABASE);
    }

    @Test
    void aBusyCpuAndOneThatNobodySeesPointToTheMachine() {
        assertThat(layers(AWorkload.missing("p95", 200).sampled(Metrics.SYSTEM_CPU_SHARE, 0.8)))
                .contains(Layer.INFRASTRUCTURE);
        assertThat(layers(AWorkload.missing("p95", 200))).contains(Layer.INFRASTRUCTURE);
    }

    @Test
    void whatNothingExplainsIsLookedForEverywhere() {
        var unexplained = List.of(new Bottleneck(Layer.APPLICATION, 100, "?", Bottleneck.Subject.of("UNEXPLAINED")));

        assertThat(new Layers(AWorkload.missing("p95", 200).workload(), unexplained).worthALook())
                .containsExactlyInAnyOrder(Layer.values());
    }

    private static List<Layer> layers(AWorkload workload) {
        return new Inventory(workload.workload()).layers();
    }
}
