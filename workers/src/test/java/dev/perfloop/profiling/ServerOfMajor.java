package dev.perfloop.profiling;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of an older major version, from the binaries that the build lays down in {@code target}; 18 is on the class path. */
public final class ServerOfMajor implements AutoCloseable {
    private static final int NEWEST = 18;

    private final EmbeddedPostgres server;

    private ServerOfMajor(EmbeddedPostgres server) {
        this.server = server;
    }

    public static boolean isThere(int major) {
        return major == NEWEST || Files.exists(binaries(major));
    }

    public static ServerOfMajor start(int major) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("max_prepared_transactions", "2");
        if (major != NEWEST) {
            builder.setPgBinaryResolver((system, machine) -> archive(major));
        }
        return new ServerOfMajor(builder.start());
    }

    public PGSimpleDataSource database() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {server.getPort()});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword("");
        return source;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static Path binaries(int major) {
        return Path.of("target", "older-postgres", major + ".jar");
    }

    private static InputStream archive(int major) throws IOException {
        try (var jar = new ZipFile(binaries(major).toFile())) {
            var archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            try (var in = jar.getInputStream(archive)) {
                return new ByteArrayInputStream(in.readAllBytes());
            }
        }
    }
}
