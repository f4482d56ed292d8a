package dev.perfloop.profiling.server;

import dev.perfloop.profiling.ServerFacts;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server's collector reads of a schema; nothing of what it watches. */
public final class ReadServer {
    private ReadServer() {}

    public static ServerFacts facts(JdbcClient jdbc) {
        var schema = new SchemaRepository(jdbc);
        return new ServerFacts(schema.foreignKeys(), List.of(), List.of(), null, null, List.of(), schema.extensions());
    }
}
