package dev.perfloop.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.WebUiTest;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** No secret reaches a log. */
@WebUiTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {
    @Autowired
    Api api;

    @Autowired
    MockMvcTester mvc;

    @Test
    void noPasswordAndNoTokenIsLogged(CapturedOutput log) throws UnsupportedEncodingException {
        login("operator", "a-wrong-password");
        login("a-password-typed-as-a-name", "operator");
        String created = api.post(
                        "/api/tokens", "{\"name\": \"%s\", \"roles\": [\"VIEWER\"]}".formatted(UUID.randomUUID()))
                .getResponse()
                .getContentAsString();
        String token = JsonPath.read(created, "$.token");
        bearer(token);
        api.delete("operator", "/api/tokens/" + JsonPath.<String>read(created, "$.id"));
        bearer(token);
        bearer("pfl_of-somebody-else");

        assertThat(log.getAll())
                .as("what failed is logged")
                .contains("action=login result=refused")
                .doesNotContain("a-wrong-password", "a-password-typed-as-a-name", token, "pfl_of-somebody-else");
    }

    private void login(String name, String password) {
        mvc.post()
                .uri("/api/login")
                .cookie(new Cookie("XSRF-TOKEN", "token"))
                .header("X-XSRF-TOKEN", "token")
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    private void bearer(String token) {
        mvc.get().uri("/api/runs").header("Authorization", "Bearer " + token).exchange();
    }
}
