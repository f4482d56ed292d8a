package dev.perfloop.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of our server, in a file of their own that is written anew at each start. */
final class PostgresSettings {
    private static final String FILE = "perfloop.conf";

    private PostgresSettings() {}

    static void write(Path data, int port) throws IOException {
        // Below the settings of ALTER SYSTEM, so that a change under test wins.
        Files.writeString(data.resolve(FILE), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                shared_preload_libraries = 'pg_stat_statements'
                pg_stat_statements.max = 5000
                pg_stat_statements.track = 'top'
                track_io_timing = on
                max_connections = 100
                log_line_prefix = '%%m [%%p] %%u@%%d '
                log_min_duration_statement = -1
                timezone = 'UTC'
                """.formatted(port));
        Path main = data.resolve("postgresql.conf");
        String include = "include '" + FILE + "'";
        String settings = Files.readString(main);
        if (!settings.contains(include)) {
            Files.writeString(main, settings + "\n" + include + "\n");
        }
    }
}
