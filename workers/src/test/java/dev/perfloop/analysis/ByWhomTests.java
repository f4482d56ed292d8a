package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Proposal.SetParameter;
import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.HostFacts.Processes;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.ParameterRights;
import dev.perfloop.profiling.ParameterRights.Parameter;
import dev.perfloop.profiling.ParameterRights.Reach;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ByWhomTests {
    private static final long GB = 1L << 30;
    private static final ParameterRights RIGHTS = new ParameterRights(List.of(
            new Parameter("work_mem", Reach.SYSTEM, ""),
            new Parameter("jit", Reach.DATABASE, ""),
            new Parameter("random_page_cost", null, "role agent may not set it")));

    @Test
    void whatOurRoleMaySetIsSetByUsWhereItMay() {
        assertThat(judged("jit", "off", AWorkload.missing("p95", 200)).reach()).isEqualTo(Reach.DATABASE);
    }

    @Test
    void whatItMayNotIsWorkForAPersonAndSaysWhy() {
        var judged = judged("random_page_cost", "1.1", AWorkload.missing("p95", 200));

        assertThat(judged.reach()).isNull();
        assertThat(judged.byHand()).isEqualTo("role agent may not set it");
    }

    @Test
    void whatTakesARestartOrMayFillADiskIsLeftToPeople() {
        var restarted = ByWhom.of(
                proposing(new SetParameter("shared_buffers", "4GB", "128MB", true)), on(AWorkload.missing("p95", 200)));

        assertThat(((SetParameter) Objects.requireNonNull(restarted.proposal())).byHand())
                .contains("restart");
        assertThat(judged("max_wal_size", "16GB", AWorkload.missing("p95", 200)).byHand())
                .contains("disk");
    }

    @Test
    void onlyWhatPerfloopMaySetIsProposable() {
        var ours = ByWhom.of(proposing(new SetParameter("jit", "off", "on", false)), on(AWorkload.missing("p95", 200)));
        var theirs = ByWhom.of(
                proposing(new SetParameter("max_wal_size", "16GB", "1GB", false)), on(AWorkload.missing("p95", 200)));

        assertThat(RootCauses.proposable(ours, Set.of("SET_PARAMETER"))).isTrue();
        assertThat(RootCauses.proposable(ours, Set.of("CREATE_INDEX"))).isFalse();
        assertThat(RootCauses.proposable(theirs, Set.of("SET_PARAMETER"))).isFalse();
    }

    @Test
    void workMemThatFitsInTheMachineIsSet() {
        assertThat(judged("work_mem", "64MB", pooled(10).host(machine(16, null)))
                        .reach())
                .isEqualTo(Reach.SYSTEM);
    }

    /** 10 sessions, a sort and a hash with twice the memory: 10 x 3 x 256 MB. */
    @Test
    void workMemThatDoesNotFitWhenAllSessionsSortAtOnceIsRefusedWithTheSum() {
        var judged = judged("work_mem", "256MB", pooled(10).host(machine(8, null)));

        assertThat(judged.reach()).isNull();
        assertThat(judged.byHand())
                .isEqualTo(
                        "10 sessions that take it 3 times each need up to 7.5 GB, and of 8.0 GB no more than 3.9 GB may "
                                + "go there");
    }

    @Test
    void aContainersLimitCountsAndNotTheMachineAroundIt() {
        assertThat(judged("work_mem", "64MB", pooled(10).host(machine(64, 2 * GB)))
                        .byHand())
                .contains("of 2.0 GB");
    }

    @Test
    void withoutAPoolAllTheConnectionsThatMayComeCount() {
        assertThat(judged(
                                "work_mem",
                                "64MB",
                                sorting().setting("max_connections", "200").host(machine(16, null)))
                        .byHand())
                .contains("200 sessions");
    }

    @Test
    void whereNobodyKnowsTheMemoryWorkMemIsLeftToPeople() {
        assertThat(judged("work_mem", "8MB", pooled(10).setting("effective_cache_size", "524288"))
                        .byHand())
                .contains("is not known: set effective_cache_size");
        assertThat(judged("work_mem", "8MB", pooled(10).setting("effective_cache_size", "1572864"))
                        .reach())
                .isEqualTo(Reach.SYSTEM);
    }

    @Test
    void parallelWorkersTakeItToo() {
        var parallel = AWorkload.missing("p95", 200)
                .with(AStatement.running(1, "SELECT 1"))
                .plan(1, """
                        {"Node Type": "Gather", "Plans": [{"Node Type": "Sort", "Plan Rows": 1}], "Plan Rows": 1}""")
                .setting("max_parallel_workers_per_gather", "4")
                .setting("max_connections", "10")
                .host(machine(1, null));

        assertThat(judged("work_mem", "64MB", parallel).byHand()).contains("take it 5 times each");
    }

    private static AWorkload pooled(int connections) {
        return sorting().sampled(Metrics.POOL_MAX_CONNECTIONS, connections);
    }

    private static AWorkload sorting() {
        return AWorkload.missing("p95", 200)
                .with(AStatement.running(1, "SELECT 1"))
                .setting("shared_buffers", "16384")
                .setting("hash_mem_multiplier", "2")
                .plan(1, """
                        {"Node Type": "Sort", "Plan Rows": 1,
                         "Plans": [{"Node Type": "Hash", "Plan Rows": 1, "Parent Relationship": "Outer"}]}""");
    }

    private static HostFacts machine(long gigabytes, @Nullable Long limit) {
        return new HostFacts("this machine", 4, gigabytes * GB, null, new Processes(1, GB, null, limit, null), false);
    }

    private static SetParameter judged(String name, String value, AWorkload workload) {
        var finding = ByWhom.of(proposing(new SetParameter(name, value, "x", false)), on(workload));
        return (SetParameter) Objects.requireNonNull(finding.proposal());
    }

    private static Workload on(AWorkload workload) {
        return workload.rights(RIGHTS).workload();
    }

    private static Finding proposing(SetParameter parameter) {
        return Finding.observed(
                        "f", "KIND", Layer.DATABASE, 50, Confidence.HIGH, Effort.QUICK, "found", Evidence.of("because"))
                .proposing(parameter);
    }
}
