package dev.perfloop.web.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the database and the machine did while the profiling load ran. */
@WebUiTest
class ProfileApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String run = "";

    @BeforeEach
    void aRun() {
        run = rows.run();
    }

    @Test
    void tablesComeWithoutTheirColumnsAndIndexesWhole() {
        aProfile();

        MvcTestResult tables = api.get("/api/runs/" + run + "/tables");
        MvcTestResult indexes = api.get("/api/runs/" + run + "/indexes");

        assertThat(tables).bodyJson().extractingPath("$[0].name").isEqualTo("Loan");
        assertThat(tables).bodyJson().extractingPath("$[0].upkeep.deadRows").isEqualTo(7);
        assertThat(tables).bodyJson().doesNotHavePath("$[0].columns");
        assertThat(indexes).bodyJson().extractingPath("$[0].keys[0].expression").isEqualTo("lower(name)");
    }

    @Test
    void theServerIsShownWithItsSettingsAndWaits() {
        aProfile();

        MvcTestResult answer = api.get("/api/runs/" + run + "/database");

        assertThat(answer).bodyJson().extractingPath("$.serverVersion").isEqualTo("18.0");
        assertThat(answer).bodyJson().extractingPath("$.settings.work_mem").isEqualTo("4MB");
        assertThat(answer).bodyJson().extractingPath("$.waits['Lock:tuple']").isEqualTo(3);
    }

    @Test
    void beforeTheProfileListsAreEmptyAndTheServerIsNotThere() {
        for (String list : new String[] {"/tables", "/indexes", "/series"}) {
            assertThat(api.get("/api/runs/" + run + list))
                    .bodyJson()
                    .extractingPath("$")
                    .asArray()
                    .isEmpty();
        }
        assertThat(api.get("/api/runs/" + run + "/database"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("/steps");
    }

    @Test
    void seriesCountTheirSecondsFromTheFirstSampleOfAny() {
        insert("""
                INSERT INTO profile_sample VALUES
                    (:run, 'host_cpu_share', '2026-11-21 10:00:01.5+00', 0.5),
                    (:run, 'host_cpu_share', '2026-11-21 10:00:02.5+00', 0.75),
                    (:run, 'active_sessions', '2026-11-21 10:00:01+00', 4)
                """);

        MvcTestResult answer = api.get("/api/runs/" + run + "/series");

        assertThat(answer)
                .bodyJson()
                .extractingPath("$[*].metric")
                .asArray()
                .containsExactly("active_sessions", "host_cpu_share");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$[1].points[*].second")
                .asArray()
                .containsExactly(0.5, 1.5);
        assertThat(answer).bodyJson().extractingPath("$[1].points[1].value").isEqualTo(0.75);
    }

    @Test
    void aRunThatIsNotThereHasNoneOfIt() {
        for (String path : new String[] {"/database", "/tables", "/indexes", "/series"}) {
            assertThat(api.get("/api/runs/none" + path)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private void aProfile() {
        insert("""
                INSERT INTO profile (run_id, from_at, to_at, server_version, tables, indexes, settings, waits)
                VALUES (:run, now(), now(), '18.0',
                        '[{"schema": "Library", "name": "Loan", "columns": [{"name": "id"}], "upkeep": {"deadRows": 7}}]',
                        '[{"name": "by_name", "keys": [{"expression": "lower(name)", "column": false}]}]',
                        '{"work_mem": "4MB"}', '{"Lock:tuple": 3}')
                """);
    }

    private void insert(String sql) {
        rows.jdbc().sql(sql).param("run", run).update();
    }
}
