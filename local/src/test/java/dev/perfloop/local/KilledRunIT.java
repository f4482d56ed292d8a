package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.local.postgres.Databases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One whole run on real parts; the app is killed in three of its steps and started again on the same data. */
class KilledRunIT {
    private static final String TARGET = "tickets";

    private LoopStack stack;
    private TicketService service;

    @BeforeEach
    void start() throws Exception {
        stack = LoopStack.fresh("killed");
        TicketService.fill();
        service = TicketService.start(0);
        stack.api().apply(TARGET, TicketService.describe(TARGET, service.port()));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void aRunWhoseAppIsKilledThreeTimesGoesOnToItsVerdictAndAppliesItsChangeOnce() throws Exception {
        String run = stack.api().start(TARGET).body().at("/run/id").asText();
        stack.api().awaitLoad(run, "PROFILE");
        String instance = stack.api().run(run).path("processInstanceKey").asText();
        assertThat(stack.loadGenerators()).hasSize(1);
        restart();

        String approval = awaitApproval(run);
        restart();

        assertThat(awaitApproval(run)).isEqualTo(approval);
        approveAndKillWhileTheIndexIsBuilt(approval);

        JsonNode ended = stack.api().awaitRun(run, now -> now.hasNonNull("outcome"));
        assertThat(ended.path("outcome").asText()).isIn("TARGETS_MET", "ACCEPTABLE");
        assertThat(ended.path("processInstanceKey").asText()).isEqualTo(instance);
        assertThat(stack.api().ofRun(run, "loads").findValuesAsText("status"))
                .containsOnlyOnce("LOST")
                .containsOnly("LOST", "VALID");
        assertThat(stack.api().ofRun(run, "plan").path("changes"))
                .singleElement()
                .satisfies(change -> assertThat(change.path("status").asText()).isEqualTo("KEPT"));
        assertThat(indexes()).hasSize(2).allSatisfy(index -> assertThat(index).endsWith(" valid"));
        // Where one round cannot tell, the index is taken out for another measurement before, and put back.
        assertThat(String.join("; ", statements()))
                .matches("CREATE INDEX, cut off(; DROP INDEX, done; CREATE INDEX, done)+");
        assertThat(stack.loadGenerators()).isEmpty();
    }

    private void restart() throws IOException, InterruptedException {
        stack.kill();
        stack.start();
    }

    private String awaitApproval(String run) {
        return stack.api()
                .awaitRun(run, now -> now.hasNonNull("waitingFor"))
                .path("waitingFor")
                .asText();
    }

    /** A writer that has not committed keeps the index waiting, invalid. */
    private void approveAndKillWhileTheIndexIsBuilt(String approval) throws Exception {
        try (Connection writer = TicketService.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO ticket (customer_id, subject) VALUES (1, 'not committed')");
            assertThat(stack.api().approve(approval).status()).isEqualTo(202);
            assertThat(stack.api().approve(approval).status()).isEqualTo(409);
            awaitWaitingIndex();
            stack.kill();
        } catch (SQLException closing) {
            // the database is gone with the stack, and the writer's session with it
        }
        stack.start();
        assertThat(indexes()).anySatisfy(index -> assertThat(index).endsWith(" INVALID"));
    }

    private static void awaitWaitingIndex() throws Exception {
        try (Connection watcher = LoopStack.connect(Databases.SHOP, Databases.AGENT)) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !read(watcher, """
                                    SELECT pid::text FROM pg_stat_activity
                                    WHERE query LIKE '%CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock'""").isEmpty());
        }
    }

    private static List<String> indexes() throws Exception {
        try (Connection connection = TicketService.connect()) {
            return read(connection, """
                    SELECT indexrelid::regclass || CASE WHEN indisvalid THEN ' valid' ELSE ' INVALID' END
                    FROM pg_index WHERE indrelid = 'ticket'::regclass""");
        }
    }

    /** What was sent to the target, attempts that got no lock in time left out. */
    private static List<String> statements() throws Exception {
        try (Connection connection = LoopStack.connect(Databases.OURS, Databases.OURS)) {
            return read(connection, """
                    SELECT substring(statement FROM '^\\w+ INDEX')
                           || CASE WHEN millis IS NULL THEN ', cut off' WHEN sql_state IS NULL THEN ', done' ELSE sql_state END
                    FROM change_statement ORDER BY id""");
        }
    }

    private static List<String> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }
}
