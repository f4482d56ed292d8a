package dev.perfloop.web.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.LoadRows;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class StatementChangeApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @Test
    void statementsOfBothSidesStandInOneRowAndOfOneSideAlone() {
        var loads = new LoadRows(rows);
        String run = rows.run();
        String before = loads.test(run, "BEFORE", "BASELINE", "{}");
        String after = loads.test(run, "AFTER", "BASELINE", "{}");
        loads.statement(before, 1, "SELECT 1", 10, 500);
        loads.statement(after, 1, "SELECT 1", 12, 6);
        loads.statement(after, -2, "SELECT 2", 3, 9);
        loads.statement(loads.test(run, "BEFORE", "PEAK", "{}"), 7, "SELECT 7", 1, 1);

        MvcTestResult answer = api.get("/api/runs/" + run + "/statements/before-after?profile=BASELINE");

        assertThat(answer).bodyJson().extractingPath("$[*].queryId").asArray().containsExactly("1", "-2");
        assertThat(answer).bodyJson().extractingPath("$[0].before.totalMs").isEqualTo(500.0);
        assertThat(answer).bodyJson().extractingPath("$[0].after.calls").isEqualTo(12);
        assertThat(answer).bodyJson().extractingPath("$[1].before").isNull();
        assertThat(api.get("/api/runs/" + run + "/statements/before-after?profile=SOAK"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
    }
}
