package dev.perfloop.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanParametersTests {
    @ParameterizedTest
    @CsvSource({
        "work_mem, user, true",
        "RANDOM_PAGE_COST, user, true",
        "jit, user, true",
        "enable_indexscan, user, true",
        "track_io_timing, superuser, false",
        "compute_query_id, superuser, false",
        "pg_stat_statements.track, superuser, false",
        "autovacuum, sighup, false",
        "checkpoint_completion_target, sighup, false",
        "shared_buffers, postmaster, false"
    })
    void plansAreMadeByWhatSessionsMaySetAndNotByWhatTheServerTells(String name, String context, boolean plans) {
        assertThat(PlanParameters.include(name, context)).isEqualTo(plans);
    }
}
