package dev.perfloop.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class AuditRetentionTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @Autowired
    AuditRetention retention;

    @Test
    void whatIsOlderThanTheLogIsKeptIsDeletedAndNothingElse() throws UnsupportedEncodingException {
        String target = rows.target();
        event(target, "old", Duration.ofDays(401));
        event(target, "kept", Duration.ofDays(399));
        event(target, "new", Duration.ZERO);

        retention.sweep();

        String log =
                api.getAs("admin", "/api/audit?target=" + target).getResponse().getContentAsString();
        assertThat(JsonPath.<List<String>>read(log, "$.items[*].subject")).containsExactly("new", "kept");
    }

    private void event(String target, String subject, Duration ago) {
        rows.jdbc()
                .sql("""
                        INSERT INTO audit_event (at, who, way, action, subject, target, status, remote_address)
                        VALUES (:at, 'ana', 'SESSION', 'PUT /api/targets/{name}', :subject, :target, 200, '127.0.0.1')
                        """)
                .param("at", rows.now().minus(ago))
                .param("subject", subject)
                .param("target", target)
                .update();
    }
}
