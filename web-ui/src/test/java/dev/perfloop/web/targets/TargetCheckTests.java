package dev.perfloop.web.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.web.problems.FieldProblem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetCheckTests {
    private static final String SHOP = TargetFixtures.shop("shop");

    private final TargetCheck check = new TargetCheck(new TargetSchema(new ObjectMapper()));

    TargetCheckTests() throws IOException {}

    @Test
    void aCorrectFileHasNoProblems() {
        assertThat(check.problemsOf("shop", SHOP)).isEmpty();
    }

    @Test
    void malformedYamlIsNamedByLineAndColumn() {
        assertProblem(SHOP.replace("baseUrl: http", "baseUrl: [http"), 3, "", "column");
    }

    @Test
    void aTabIsNamedByItsLine() {
        assertProblem("name: shop\n\tbaseUrl: x\n", 2, "", "column 1");
    }

    @Test
    void aFieldGivenTwiceIsNamedByItsLine() {
        assertProblem(
                SHOP.replace("objectives:", "baseUrl: http://other\nobjectives:"), 12, "", "duplicate key baseUrl");
    }

    @Test
    void anEmptyFileIsAProblemOfTheWholeFile() {
        assertThat(check.problemsOf("shop", ""))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(1));
    }

    @Test
    void aFileThatIsAListIsAProblem() {
        assertThat(check.problemsOf("shop", "- name: shop\n")).isNotEmpty();
    }

    @Test
    void anAliasThatContainsItselfIsRefused() {
        assertProblem("name: shop\nload: &all\n  requests: [ *all ]\n", 2, "", "contains itself");
    }

    @Test
    void aMissingFieldIsNamedWhereItBelongs() {
        assertProblem(SHOP.replace("  user: perfloop\n", ""), 13, "database.user", "missing");
    }

    @Test
    void anUnknownFieldIsNamedByItsLine() {
        assertProblem(SHOP.replace("arrivalRate", "arivalRate"), 4, "load.arivalRate", "no such field");
    }

    @Test
    void aWrongFormIsExplained() {
        assertProblem(SHOP.replace("p95: 200ms", "p95: fast"), 12, "objectives.p95", "like 200ms");
    }

    @Test
    void aWrongTypeIsNamed() {
        assertProblem(SHOP.replace("weight: 40", "weight: many"), 6, "load.requests[0].weight", "number expected");
    }

    @Test
    void aRequestWithoutMethodIsToldItsChoices() {
        assertProblem(
                SHOP.replace("post: /api/orders, ", ""), 7, "load.requests[1]", "one of get, post, put, patch, delete");
    }

    @Test
    void aScenarioWithoutRequestsIsRefused() {
        String yaml = SHOP.replaceAll("(?m)^    - .*\n", "").replace("requests:\n", "requests: []\n");
        assertProblem(yaml, 5, "load.requests", "at least 1");
    }

    @Test
    void aPasswordInClearIsRefused() {
        assertProblem(SHOP.replace("${SHOP_DB_PASSWORD}", "geheim"), 16, "database.password", "reference");
    }

    @Test
    void aHookGoesToListedHostsAndKeepsItsTokenOutside() {
        assertProblem(
                SHOP + "hooks: { setProperty: { post: \"http://elsewhere:1/x\" } }\n",
                17,
                "hooks.setProperty.post",
                "add \"elsewhere:1\"");
        assertThat(
                        check.problemsOf(
                                "shop",
                                SHOP
                                        + "hooks: { hosts: [\"elsewhere:1\"], setProperty: { post: \"http://elsewhere:1/x\", read: /x } }\n"))
                .isEmpty();
        assertProblem(
                SHOP + "hooks: { headers: { Authorization: Bearer abc }, restart: { post: /restart } }\n",
                17,
                "hooks.headers.Authorization",
                "never stored");
        assertProblem(
                SHOP + "hooks: { setProperty: { post: /x, read: /x, restart: true } }\n",
                17,
                "hooks.setProperty.restart",
                "hooks.restart");
    }

    @Test
    void aPasswordInTheUrlIsRefused() {
        assertProblem(
                SHOP.replace("/shop\"", "/shop?password=geheim\""), 14, "database.url", "must not hold a password");
    }

    @Test
    void aNameThatIsNotTheAddressIsRefused() {
        assertThat(check.problemsOf("store", SHOP)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("name");
            assertThat(problem.message()).contains("\"shop\"", "\"store\"");
        });
    }

    @Test
    void aPlaceholderWithoutFeederIsNamed() {
        assertProblem(SHOP.replace("{order}", "{cart}"), 7, "load.requests[1].body", "{cart} has no feeder");
    }

    @Test
    void aPlaceholderInATemplateNeedsAFeederToo() {
        assertProblem(SHOP.replace("{page}}", "{pag}}"), 11, "load.feeders.order.template", "{pag} has no feeder");
    }

    @Test
    void aReferenceToTheEnvironmentIsNoPlaceholder() {
        assertThat(check.problemsOf("shop", SHOP.replace("&page=", "&key=${API_KEY}&page=")))
                .isEmpty();
    }

    @Test
    void twoRequestsOfOneNameAreRefused() {
        assertProblem(SHOP.replace("name: checkout", "name: catalogue"), 7, "load.requests[1].name", "already");
    }

    @Test
    void loadToAHostThatIsNotListedIsRefused() {
        String elsewhere = SHOP.replace("post: /api/orders", "post: \"https://pay.shop:8443/orders\"");

        assertProblem(elsewhere, 7, "load.requests[1].post", "add \"pay.shop:8443\" there");
        assertThat(check.problemsOf(
                        "shop", elsewhere.replace("  requests:\n", "  hosts: [\"pay.shop:8443\"]\n  requests:\n")))
                .isEmpty();
        assertThat(check.problemsOf(
                        "shop", elsewhere.replace("https://pay.shop:8443/orders", "http://localhost:8081/orders")))
                .isEmpty();
    }

    @Test
    void severalProblemsComeInTheOrderOfTheirLines() {
        String yaml = SHOP.replace("arrivalRate", "arivalRate")
                .replace("p95: 200ms", "p95: fast")
                .replace("{order}", "{cart}");
        assertThat(check.problemsOf("shop", yaml))
                .extracting(FieldProblem::line)
                .containsExactly(4, 7, 12);
    }

    private void assertProblem(String yaml, int line, String field, String saying) {
        List<FieldProblem> problems = check.problemsOf("shop", yaml);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).as("line of %s", problem).isEqualTo(line);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains(saying);
        });
    }
}
