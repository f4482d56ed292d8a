package dev.perfloop.approval;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run at noon whose plan waits for somebody to decide. */
final class ApprovalRoom implements AutoCloseable {
    static final RunId RUN = new RunId("r1");
    static final Recorded YES = new Recorded.Stands(true, null);
    static final Recorded NO = new Recorded.Stands(false, null);
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final String DEFINITION = """
            name: shop
            baseUrl: http://127.0.0.1:1
            load: { requests: [ { name: list, get: / } ] }
            database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
            """;

    private final DataSource ours = Database.migrated();
    private final AnnotationConfigApplicationContext context =
            Rooms.open(ours, List.of(Stopped.class), "run", "target", "load", "change", "approval");
    final JdbcClient jdbc = JdbcClient.create(ours);
    final Approvals approvals = context.getBean(Approvals.class);

    @Configuration(proxyBeanMethods = false)
    static class Stopped {
        @Bean
        InstantSource clock() {
            return InstantSource.fixed(NOON);
        }
    }

    ApprovalRoom() {
        jdbc.sql("INSERT INTO target VALUES ('shop', 'name: shop', 'x', now(), now())")
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('r1', 'shop', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", DEFINITION).update();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void fourEyes() {
        jdbc.sql("UPDATE run SET target_definition = target_definition || 'approval: { fourEyes: true }'")
                .update();
    }

    Recorded record(@Nullable String decision, @Nullable String comment, @Nullable String by) {
        return approvals.record("r1-plan", RUN, Answer.of(decision, comment, by));
    }

    /** In Perfloop, by anna. */
    void say(String decision) {
        jdbc.sql("INSERT INTO approval_decision VALUES ('d1', 'r1-plan', :decision, 'anna', now(), 'looks right')")
                .param("decision", decision)
                .update();
    }

    Map<String, Object> row(String id) {
        return jdbc.sql("SELECT * FROM approval WHERE id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    List<String> changes() {
        return jdbc.sql("SELECT concat(id, ' ', status, ' ', note) FROM change ORDER BY position")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
