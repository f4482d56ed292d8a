package dev.perfloop.web.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class TargetApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @Test
    void aNewTargetIsCreatedAndAKnownOneReplaced() {
        String name = name();
        String yaml = TargetFixtures.shop(name);

        assertThat(api.putYaml("/api/targets/" + name, yaml)).hasStatus(201);
        assertThat(api.putYaml("/api/targets/" + name, yaml)).hasStatus(200);

        MvcTestResult stored = api.get("/api/targets/" + name);
        assertThat(stored).bodyJson().extractingPath("$.definition").isEqualTo(yaml);
        assertThat(stored).bodyJson().extractingPath("$.name").isEqualTo(name);
        assertThat(stored).bodyJson().extractingPath("$.baseUrl").isEqualTo("http://localhost:8081");
    }

    @Test
    void aTargetWithErrorsIsRefusedLineByLineAndNothingIsStored() {
        String name = name();
        String yaml =
                TargetFixtures.shop(name).replace("{category}", "{kategorie}").replace("expect: 201", "expct: 201");

        MvcTestResult answer = api.putYaml("/api/targets/" + name, yaml);

        assertThat(answer).hasStatus(422).hasContentTypeCompatibleWith("application/problem+json");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].line")
                .asArray()
                .containsExactly(6, 7);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("load.requests[0].get", "load.requests[1].expct");
        assertThat(api.get("/api/targets/" + name)).hasStatus(404);
    }

    @Test
    void aFileIsJudgedWithoutBeingStored() {
        String name = name();
        String yaml = TargetFixtures.shop(name);

        assertThat(api.postYaml("/api/targets/" + name + "/validation", yaml))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .isEmpty();
        assertThat(api.postYaml("/api/targets/" + name + "/validation", yaml.replace("40/s", "fast")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("load.arrivalRate");
        assertThat(api.get("/api/targets/" + name)).hasStatus(404);
    }

    @Test
    void aDeletedTargetIsGoneAndItsRunsStay() {
        String target = rows.target();
        String run = rows.run(target);
        assertThat(api.delete("operator", "/api/targets/" + target))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains(run);
        rows.end(run, "REJECTED");

        assertThat(api.delete("operator", "/api/targets/" + target)).hasStatus(204);

        assertThat(api.get("/api/targets/" + target)).hasStatus(404);
        assertThat(api.get("/api/runs/" + run)).hasStatusOk();
        assertThat(api.delete("operator", "/api/targets/" + target)).hasStatus(404);
    }

    @Test
    void theListNamesTheLastRun() {
        String target = rows.target();
        rows.end(rows.run(target), "REJECTED");
        String last = rows.run(target);

        assertThat(api.get("/api/targets"))
                .bodyJson()
                .extractingPath("$[?(@.name == '" + target + "')].lastRun.id")
                .asArray()
                .containsExactly(last);
    }

    private static String name() {
        return "shop-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
