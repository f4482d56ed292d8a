package dev.perfloop.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real database and a real service, well and unwell. */
class TargetChecksTests {
    private static final String ORDER = "{ name: order, get: \"/order?number={number}\" }";

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final PGSimpleDataSource theirs = Database.empty();
    private AnnotationConfigApplicationContext rooms;
    private HttpServer service;

    @BeforeEach
    void open() throws IOException {
        JdbcClient.create(theirs).sql("CREATE TABLE orders (id int)").update();
        JdbcClient.create(theirs)
                .sql("INSERT INTO orders SELECT generate_series(7, 7)")
                .update();
        JdbcClient.create(theirs).sql("ANALYZE orders").update();
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/order", 200, "twelve bytes", "");
        answer("/private", 302, "", "/login?from=private");
        answer("/metrics", 200, "process_cpu_usage 0.25\n", "");
        service.start();
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "check");
    }

    @AfterEach
    void close() {
        rooms.close();
        service.stop(0);
    }

    @Test
    void aServiceThatAnswersTellsItsMetricsAndNoJmx() throws Exception {
        check(Part.SERVICE, definition(owner(), ORDER, "metrics: { prometheus: \"%s/metrics\" }"));

        assertThat(states())
                .containsOnly(Map.entry("URL", "FINE"), Map.entry("Metrics", "FINE"), Map.entry("JMX", "LACKING"));
        assertThat(told("JMX", "mend")).contains("jmx: 127.0.0.1:9010");
        assertThat(ended()).containsExactly("SERVICE");
    }

    @Test
    void aServiceThatIsAwayIsSaidWithItsMend() throws Exception {
        String definition = definition(owner(), ORDER, "");
        service.stop(0);

        check(Part.SERVICE, definition);

        assertThat(states()).containsEntry("URL", "BROKEN").containsEntry("Metrics", "LACKING");
        assertThat(told("URL", "mend")).contains("baseUrl");
    }

    @Test
    void theOwnersRoleMayDoAll() throws Exception {
        check(Part.DATABASE, definition(owner(), ORDER, ""));

        assertThat(states())
                .containsOnlyKeys("Login", "Statement statistics", "Statistics of others", "Tables", "Indexes")
                .allSatisfy((subject, state) -> assertThat(state).as(subject).isEqualTo("FINE"));
        assertThat(told("Login", "words")).contains("PostgreSQL 18");
    }

    @Test
    void aRoleWithFewRightsIsToldTheGrants() throws Exception {
        JdbcClient.create(theirs).sql("DROP ROLE IF EXISTS checker").update();
        JdbcClient.create(theirs).sql("CREATE ROLE checker LOGIN").update();

        check(Part.DATABASE, definition("checker", ORDER, ""));

        assertThat(states())
                .containsEntry("Login", "FINE")
                .containsEntry("Statistics of others", "LACKING")
                .containsEntry("Tables", "LACKING")
                .containsEntry("Indexes", "LACKING");
        assertThat(told("Statistics of others", "mend")).isEqualTo("GRANT pg_monitor TO checker;");
        assertThat(told("Indexes", "words")).contains("orders");
    }

    @Test
    void aRoleThatIsUnknownDoesNotGetIn() throws Exception {
        check(Part.DATABASE, definition("nobody_at_all", ORDER, ""));

        assertThat(states()).containsOnly(Map.entry("Login", "BROKEN"));
        assertThat(told("Login", "mend")).contains("database.user");
    }

    @Test
    void eachRequestIsSentOnceWithItsFedValues() throws Exception {
        check(Part.REQUESTS, definition(owner(), ORDER, ""));

        assertThat(states()).containsOnly(Map.entry("Scenario", "FINE"));
        assertThat(jdbc.sql("SELECT * FROM target_check_request").query().singleRow())
                .containsEntry("request", "order")
                .containsEntry("address", "/order?number=7")
                .containsEntry("good", true)
                .containsEntry("status", 200)
                .containsEntry("bytes", 12L);
    }

    @Test
    void aRequestThatALoginPageAnswersIsSaidWithWhereItLeads() throws Exception {
        check(Part.REQUESTS, definition(owner(), ORDER + ", { name: mine, get: /private }", ""));

        assertThat(states()).containsOnly(Map.entry("Scenario", "BROKEN"));
        assertThat(jdbc.sql("SELECT * FROM target_check_request WHERE request = 'mine'")
                        .query()
                        .singleRow())
                .containsEntry("good", false)
                .containsEntry("status", 302)
                .containsEntry("leads_to", "/login")
                .satisfies(row -> assertThat(row.get("words")).asString().contains("login page"))
                .satisfies(row -> assertThat(row.get("mend")).asString().contains("load.login"));
    }

    @Test
    void anAddressThatMayHoldASecretIsNotKept() throws Exception {
        check(Part.REQUESTS, definition(owner(), "{ name: order, get: \"/order?token=${CHECK_TOKEN:none}\" }", ""));

        assertThat(jdbc.sql("SELECT address FROM target_check_request")
                        .query(String.class)
                        .single())
                .contains("not shown");
    }

    @Test
    void aFeederWhoseQueryFailsIsNamed() throws Exception {
        String definition = definition(owner(), ORDER, "").replace("SELECT id", "SELECT no_such_column");

        check(Part.REQUESTS, definition);

        assertThat(states()).containsOnly(Map.entry("Scenario", "BROKEN"));
        assertThat(told("Scenario", "words")).contains("feeder number").contains("no_such_column");
        assertThat(told("Scenario", "mend")).contains("load.feeders.number");
    }

    @Test
    void aStepThatComesAgainLeavesOneSetOfAnswers() throws Exception {
        String definition = definition(owner(), ORDER, "");
        check(Part.REQUESTS, definition);

        rooms.getBean(TargetChecks.class).check("check-1", Part.REQUESTS, rooms.getBean(RequestAnswers.class));

        assertThat(states()).hasSize(1);
        assertThat(ended()).containsExactly("REQUESTS");
    }

    @Test
    void aCheckThatIsGoneIsLeftAlone() throws Exception {
        rooms.getBean(TargetChecks.class).check("gone", Part.SERVICE, rooms.getBean(ServiceAnswers.class));

        assertThat(ended()).isEmpty();
    }

    private void check(Part part, String definition) throws InterruptedException {
        jdbc.sql("""
                        INSERT INTO target_check (id, target, definition, draft, asked_by, asked_at)
                        VALUES ('check-1', 'orders', :definition, false, 'operator', now())""").param("definition", definition).update();
        Asking asking = switch (part) {
            case SERVICE -> rooms.getBean(ServiceAnswers.class);
            case DATABASE -> rooms.getBean(DatabaseAnswers.class);
            case REQUESTS -> rooms.getBean(RequestAnswers.class);
        };
        rooms.getBean(TargetChecks.class).check("check-1", part, asking);
    }

    private String owner() {
        return String.valueOf(theirs.getUser());
    }

    private Map<String, String> states() {
        return jdbc
                .sql("SELECT subject, state FROM target_check_answer")
                .query((row, n) -> Map.entry(row.getString("subject"), row.getString("state")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String told(String subject, String column) {
        return jdbc.sql("SELECT " + column + " FROM target_check_answer WHERE subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    private List<String> ended() {
        return jdbc.sql("SELECT part FROM target_check_part")
                .query(String.class)
                .list();
    }

    private void answer(String path, int status, String body, String location) {
        service.createContext(path, exchange -> {
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
    }

    private String definition(String role, String requests, String more) {
        String base = "http://127.0.0.1:" + service.getAddress().getPort();
        return """
                name: orders
                baseUrl: %s
                load:
                  requests: [ %s ]
                  feeders: { number: { sql: "SELECT id FROM orders" } }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s, password: "%s" }
                %s
                """.formatted(
                        base,
                        requests,
                        theirs.getServerNames()[0],
                        theirs.getPortNumbers()[0],
                        theirs.getDatabaseName(),
                        role,
                        role.equals(owner()) ? theirs.getPassword() : "",
                        more.formatted(base));
    }
}
