package dev.perfloop.tpch;

import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.postgres.CatalogRepository;
import dev.perfloop.profiling.whatif.Visits;
import dev.perfloop.support.Rooms;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server that holds the data: one that is there already, or an embedded one for the time being. */
final class TpchServer implements AutoCloseable {
    private final @Nullable EmbeddedPostgres embedded;
    private final PGSimpleDataSource database;
    private final ConfigurableApplicationContext rooms;

    private TpchServer(@Nullable EmbeddedPostgres embedded, PGSimpleDataSource database) {
        this.embedded = embedded;
        this.database = database;
        this.rooms = Rooms.open(database, List.of(), "target");
    }

    /** @param url of an empty database, or of one that was filled by us; blank for an embedded server */
    static TpchServer open(String url) throws IOException {
        var database = new PGSimpleDataSource();
        if (!url.isBlank()) {
            database.setUrl(url);
            return new TpchServer(null, database);
        }
        var embedded = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "1GB")
                .start();
        database.setUrl(embedded.getJdbcUrl("postgres", "postgres"));
        return new TpchServer(embedded, database);
    }

    /** Plans are settled in every session alike: one process each, nothing compiled. */
    void fill(double scale) throws SQLException {
        try (var connection = connect();
                var session = connection.createStatement()) {
            TpchData.load(connection, scale);
            session.execute("""
                    DO $$ BEGIN
                        EXECUTE format('ALTER DATABASE %I SET max_parallel_workers_per_gather = 0', current_database());
                        EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
                    END $$""");
        }
    }

    Connection connect() throws SQLException {
        return database.getConnection();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    List<TableFacts> tables() {
        return new CatalogRepository(jdbc()).tables();
    }

    String version() {
        return jdbc().sql("SHOW server_version").query(String.class).single();
    }

    boolean hasHypoPg() {
        try {
            jdbc().sql("CREATE EXTENSION IF NOT EXISTS hypopg").update();
            return true;
        } catch (DataAccessException notInstalled) {
            return false;
        }
    }

    Visits visits() {
        var target = rooms.getBean(TargetReader.class).read("""
                name: tpch
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: any, get: / } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s }
                """.formatted(
                        database.getServerNames()[0],
                        database.getPortNumbers()[0],
                        database.getDatabaseName(),
                        database.getUser()));
        int number = jdbc().sql("SELECT current_setting('server_version_num')::int")
                .query(Integer.class)
                .single();
        return new Visits(rooms.getBean(TargetDatabase.Door.class), target, number);
    }

    @Override
    public void close() throws IOException {
        rooms.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
