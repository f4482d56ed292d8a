package dev.perfloop.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a finding's advice becomes where the target has a hook for it, and where it has none. */
class PlannedServiceChangeTests {
    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private AnnotationConfigApplicationContext rooms;
    private HttpServer service;

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/pool", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            try (exchange) {
                exchange.getResponseBody().write("10".getBytes());
            }
        });
        service.createContext("/broken", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        service.start();
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "analysis", "change", "optimization");
    }

    @AfterEach
    void close() {
        rooms.close();
        service.stop(0);
    }

    @Test
    void withAHookPerfloopSetsIt() {
        run("hooks: { poolProperty: pool.size, setProperty: { post: /pool, read: /pool } }");

        draft();

        assertThat(kinds()).containsExactly("RESIZE_POOL");
        assertThat(jdbc.sql("SELECT statement FROM change").query(String.class).single())
                .isEqualTo("pool.size: 10 -> 20\nPOST /pool {\"name\": \"pool.size\", \"value\": \"20\"}");
        assertThat(document())
                .contains("```\nPOST /pool {\"name\": \"pool.size\", \"value\": \"20\"}\n```")
                .contains("Holds now: 10; taking it back sets that again.");
    }

    @Test
    void withoutOneAPersonDoes() {
        run("");

        draft();

        assertThat(kinds()).containsExactly("CODE_ADVICE");
        assertThat(document()).contains("A person does this, and says so: Enlarge the pool.");
    }

    @Test
    void whatTheHookDoesNotTellAPersonDoesToo() {
        run("hooks: { setProperty: { post: /pool, read: /broken } }");

        draft();

        assertThat(kinds()).containsExactly("CODE_ADVICE");
    }

    @Test
    void whatIsSetAlreadyIsNotSetAnew() {
        run("hooks: { setProperty: { post: /pool, read: /pool } }");
        jdbc.sql("UPDATE finding SET proposal = jsonb_set(proposal, '{tuning,value}', '\"10\"')")
                .update();

        draft();

        assertThat(kinds()).containsExactly("CODE_ADVICE");
    }

    @Test
    void whereTheGuardsAllowNeitherItIsAHint() {
        run("guards: { allow: [CREATE_INDEX] }\nhooks: { setProperty: { post: /pool, read: /pool } }");

        draft();

        assertThat(kinds()).isEmpty();
        assertThat(document()).contains("## For a person to do, beside the plan");
    }

    private void run(String more) {
        String definition = """
                name: library
                baseUrl: http://localhost:%d
                load: { requests: [ { name: loans, get: /loans } ] }
                database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
                %s
                """.formatted(service.getAddress().getPort(), more);
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", definition).update();
        jdbc.sql("""
                        INSERT INTO finding (id, run_id, rank, kind, layer, impact, confidence, priority, effort, summary,
                                             evidence, proposal)
                        VALUES ('f1', 'run-1', 1, 'POOL_WAIT', 'APPLICATION', 50, 'MEDIUM', 'HIGH', 'QUICK', 'Requests wait',
                                '{"requests": ["loans"], "requestsHow": "counted", "otherStatements": [], "reason": "Because."}',
                                '{"kind": "CODE_ADVICE", "title": "Enlarge the pool", "advice": "Set it.",
                                  "tuning": {"knob": "POOL", "value": "20"}}')""").update();
    }

    private void draft() {
        rooms.getBean(PlanDraft.class).draft(new RunId("run-1"), "T2");
    }

    private List<String> kinds() {
        return jdbc.sql("SELECT kind FROM change ORDER BY position")
                .query(String.class)
                .list();
    }

    private String document() {
        return jdbc.sql("SELECT document FROM plan").query(String.class).single();
    }
}
