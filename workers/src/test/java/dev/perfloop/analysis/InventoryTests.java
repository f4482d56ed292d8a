package dev.perfloop.analysis;

import static dev.perfloop.analysis.AnalysisFixtures.statement;
import static dev.perfloop.analysis.AnalysisFixtures.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryTests {
    private static final Missed P95_OF_ALL = new Missed("", "p95", 200, 300);

    private final DrivenLoad load = AnalysisFixtures.load(Map.of("list", 1000L));

    @Test
    void nothingIsABottleneckWhereTheObjectivesHold() {
        assertThat(new Inventory(workload(load, List.of(), List.of(), statement(1, 1000, 90, 1))).bottlenecks())
                .isEmpty();
    }

    @Test
    void theStatementThatTakesMostOfTheRequestComesFirst() {
        var bottlenecks = new Inventory(workload(
                        load,
                        List.of(P95_OF_ALL),
                        List.of(),
                        statement(1, 1000, 60, 0.75),
                        statement(2, 1000, 20, 0.25)))
                .bottlenecks();

        assertThat(bottlenecks.getFirst().subject().queryId()).isEqualTo(1);
        assertThat(bottlenecks.getFirst().impact()).isEqualTo(100);
        assertThat(bottlenecks).first().extracting(Bottleneck::layer).isEqualTo(Layer.DATABASE);
    }

    @Test
    void aPoolThatRunsDryDoesNotOutrankTheStatementThatHoldsIt() {
        var waited = List.of(
                new Sample(Metrics.POOL_WAIT_SECONDS_TOTAL, Instant.EPOCH, 5),
                new Sample(Metrics.POOL_WAIT_SECONDS_TOTAL, Instant.EPOCH.plusSeconds(60), 95));

        var workload = workload(load, List.of(P95_OF_ALL), waited, statement(1, 1000, 9, 1));
        var bottlenecks = new Inventory(workload).bottlenecks();

        // 90 of 100 seconds were waiting for a connection; of the 10 that were work, 9 were the statement.
        assertThat(workload.databaseShare()).isEqualTo(0.9);
        assertThat(bottlenecks)
                .extracting(bottleneck -> bottleneck.subject().kind())
                .containsExactly("STATEMENT", "POOL_WAIT");
    }

    @Test
    void aGapThatNothingExplainsIsStillABottleneck() {
        var missedThroughput = new Missed("", "throughput", 50, 49);
        var quick = new DrivenLoad(load.all(), load.requests(), Map.of());

        assertThat(new Inventory(workload(quick, List.of(missedThroughput), List.of())).bottlenecks())
                .isNotEmpty()
                .anyMatch(Bottleneck::matters);
    }

    @Test
    void anObjectiveOfOneRequestIsNotExplainedByAnother() {
        var two = AnalysisFixtures.load(Map.of("list", 1000L, "detail", 330L));
        var missed = List.of(new Missed("detail", "p95", 200, 300));

        var workload = workload(two, missed, List.of(), statement(1, 1000, 60, 0.9), statement(2, 330, 50, 0.1));

        assertThat(workload.impactOf(workload.profile().statements().get(0), 1)).isZero();
        assertThat(workload.impactOf(workload.profile().statements().get(1), 1)).isGreaterThan(90);
    }

    @Test
    void theFirstThreeThatMatterAreTheTargets() {
        var bottlenecks = new Inventory(workload(
                        load,
                        List.of(P95_OF_ALL),
                        List.of(),
                        statement(1, 1000, 30, 0.4),
                        statement(2, 1000, 20, 0.3),
                        statement(3, 1000, 15, 0.2),
                        statement(4, 1000, 10, 0.09),
                        statement(5, 1000, 0.5, 0.01)))
                .bottlenecks();

        assertThat(bottlenecks.stream()
                        .filter(it -> it.subject().target() != null)
                        .map(it -> it.subject().target()))
                .containsExactly(1, 2, 3);
        assertThat(bottlenecks.getFirst().summary()).contains("about 1 in each \"list\"");
    }

    @Test
    void countedCallsTellWhichRequestPaysForAStatement() {
        var counted = new CallsPerRequest.Request(
                "stock",
                3,
                true,
                1,
                90,
                0,
                List.of(new CallsPerRequest.Statement(1, "s", List.of(20), List.of(20L), 80)));
        var other = new CallsPerRequest.Request("list", 3, true, 1, 90, 0, List.of());
        var workload = AWorkload.healthy()
                .missed("stock", "p95", 200, 300)
                .request("stock", 100, 100)
                .request("list", 2000, 10)
                .with(AStatement.running(1, "SELECT 1").calls(2000).meanMs(4))
                .calls(new CallsPerRequest(List.of(counted, other)))
                .workload();
        var statement = workload.profile().statements().getFirst();

        assertThat(workload.useOf(statement).how()).isEqualTo(StatementUse.How.COUNTED);
        assertThat(workload.useOf(statement).perRequest()).containsExactly(Map.entry("stock", 20.0));
        assertThat(workload.impactOf(statement, 1)).isEqualTo(100);
        assertThat(workload.impactOf(statement, 0.1)).isBetween(23.0, 25.0);
    }
}
