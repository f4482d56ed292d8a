package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A target for bad changes: a table that two writers never leave alone, and a service that reads it. */
final class BusyShop implements AutoCloseable {
    static final TableName TABLE = new TableName("public", "event");
    private static final int WRITERS = 2;
    private static final int ROWS = 600_000;

    final PGSimpleDataSource source = Database.empty();
    final JdbcClient jdbc = JdbcClient.create(source);
    private final AtomicLong written = new AtomicLong();
    final BusyService service;
    private volatile boolean open = true;

    BusyShop() throws IOException, SQLException {
        jdbc.sql("""
                        CREATE TABLE event AS
                        SELECT n::bigint AS id, mod(n, 977) AS kind, now() - n * interval '1 s' AS at, md5(n::text) AS payload
                        FROM generate_series(1, %d) AS n""".formatted(ROWS)).update();
        jdbc.sql("ALTER TABLE event ADD PRIMARY KEY (id)").update();
        jdbc.sql("CREATE INDEX event_at ON event (at)").update();
        jdbc.sql("ANALYZE event").update();
        service = new BusyService(source);
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform().daemon().name("writer-" + writer).start(this::write);
        }
    }

    void register(JdbcClient ours, RunId run) {
        String definition = """
                name: %s
                baseUrl: %s
                load: { arrivalRate: 1/s, requests: [ { name: newest, get: /newest }, { name: basket, get: /basket } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s, password: "%s" }
                guards: { maxCpu: 100%%, allow: [CREATE_INDEX, SET_PARAMETER, RESIZE_POOL] }
                hooks:
                  poolProperty: %s
                  setProperty: { put: "/admin/{name}", body: '{"value": {value}}', read: "/admin/{name}", pointer: /value }
                """.formatted(
                        run,
                        service.address(),
                        source.getServerNames()[0],
                        source.getPortNumbers()[0],
                        source.getDatabaseName(),
                        source.getUser(),
                        source.getPassword(),
                        BusyService.POOL);
        ours.sql("INSERT INTO target VALUES (:name, :definition, 'x', now(), now())")
                .param("name", run.value())
                .param("definition", definition)
                .update();
        ours.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES (:run, :run, :definition, 'QUICK', 'RUNNING', 'operator', now())""").param("run", run.value()).param("definition", definition).update();
    }

    /** Asked of server and service and not of the code under test: indexes with their validity, all that is set, and the pool. */
    String state() {
        return service.connections() + " connections, "
                + jdbc.sql("""
                        SELECT md5(string_agg(line, chr(10) ORDER BY line)) FROM (
                            SELECT pg_get_indexdef(indexrelid) || indisvalid || indisready || indislive AS line FROM pg_index
                            UNION ALL
                            SELECT name || setting FROM pg_file_settings WHERE sourcefile LIKE '%postgresql.auto.conf'
                            UNION ALL
                            SELECT setdatabase || array_to_string(setconfig, ',') FROM pg_db_role_setting) AS lines""").query(String.class).single();
    }

    long invalidIndexes() {
        return jdbc.sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
                .query(Long.class)
                .single();
    }

    long written() {
        return written.get();
    }

    private void write() {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement("UPDATE event SET payload = md5(?), kind = ? WHERE id = ?")) {
            while (open) {
                var random = ThreadLocalRandom.current();
                update.setString(1, String.valueOf(random.nextLong()));
                update.setInt(2, random.nextInt(977));
                update.setLong(3, random.nextLong(1, ROWS));
                update.executeUpdate();
                written.incrementAndGet();
                LockSupport.parkNanos(4_000_000);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        open = false;
        service.close();
    }
}
