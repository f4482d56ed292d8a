package dev.perfloop.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.WebUiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The front end's types are generated from the file, so it has to say what the code does. */
@WebUiTest
class PublishedApiTests {
    private static final Path FILE = Path.of("openapi.json");
    private static final String REFRESH = "perfloop.refresh-openapi";

    @Autowired
    Api api;

    @Autowired
    ObjectMapper json;

    @Test
    void theFileIsWhatTheCodeServes() throws IOException {
        String served = served();
        if (Boolean.getBoolean(REFRESH)) {
            Files.writeString(FILE, served);
        }

        assertThat(FILE)
                .as("The API has changed. Write it down with: mvn -pl web-ui -am test -Dexec.skip"
                        + " -Dtest=PublishedApiTests -Dsurefire.failIfNoSpecifiedTests=false -D" + REFRESH + "=true"
                        + ", then build the front end: its types follow")
                .content()
                .isEqualTo(served);
    }

    @Test
    void aFieldIsAlwaysThereAndNullOnlyWhereTheRecordSaysSo() {
        assertThat(api.get("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.components.schemas.RunView.required")
                .asArray()
                .contains("id", "endedAt", "gate");
        MvcTestResult description = api.get("/v3/api-docs");
        assertThat(description)
                .bodyJson()
                .extractingPath("$.components.schemas.RunView.properties.endedAt.type")
                .asArray()
                .containsExactly("string", "null");
        assertThat(description)
                .bodyJson()
                .extractingPath("$.components.schemas.RunView.properties.outcome.anyOf[0].$ref")
                .isEqualTo("#/components/schemas/Outcome");
        assertThat(description)
                .bodyJson()
                .extractingPath("$.components.schemas.SideView.properties.ms.items.type")
                .asArray()
                .containsExactly("number", "null");
        assertThat(description)
                .bodyJson()
                .extractingPath("$.components.schemas.RunView.properties.target.type")
                .isEqualTo("string");
    }

    @Test
    void whatIsReferredToIsThere() {
        assertThat(api.get("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.components.schemas.Problem.properties.mend.type")
                .isEqualTo("string");
    }

    @Test
    void aRequestMayLeaveOutWhatHasADefault() {
        assertThat(api.get("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.components.schemas.DecisionRequest.required")
                .asArray()
                .containsExactly("decision");
    }

    private String served() throws IOException {
        var description = json.readTree(api.get("/v3/api-docs").getResponse().getContentAsString());
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n";
    }
}
