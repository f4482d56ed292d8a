package dev.perfloop.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class RolesTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator", "approver", "admin"})
    void everyRoleReads(String user) {
        assertThat(api.getAs(user, "/api/runs")).hasStatusOk();
        assertThat(api.getAs(user, "/api/targets")).hasStatusOk();
        assertThat(api.getAs(user, "/api/tokens")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 403",
        "operator, 201",
        "approver, 201",
        "admin, 403",
    })
    void startingTakesAnOperator(String user, int status) {
        MvcTestResult answer = api.postAs(user, "/api/runs", "{\"target\": \"" + rows.target() + "\"}");

        assertThat(answer).hasStatus(status);
        if (status == 403) {
            assertThat(answer).bodyJson().extractingPath("$.mend").asString().contains("OPERATOR");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator", "admin"})
    void decidingTakesAnApprover(String user) {
        String approval = rows.pendingApproval(rows.run());

        assertThat(api.postAs(user, "/api/approvals/" + approval + "/decision", "{\"decision\": \"APPROVE\"}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("APPROVER");
        assertThat(api.delete(user, "/api/targets/" + rows.target() + "/guards"))
                .hasStatus(403);
    }

    @Test
    void theAuditLogTakesAnAdmin() {
        assertThat(api.getAs("admin", "/api/audit")).hasStatusOk();
        assertThat(api.getAs("approver", "/api/audit"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("ADMIN");
    }
}
