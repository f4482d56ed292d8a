package dev.perfloop.web.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL for all tests of the JVM: a container where Docker answers, the embedded server elsewhere. */
public record TestPostgres(String url, String user, String password) {
    private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);
    private static final String IMAGE = "postgres:18.1";
    private static final TestPostgres SHARED = start();

    public static TestPostgres shared() {
        return SHARED;
    }

    private static TestPostgres start() {
        return dockerAnswers() ? container() : embedded();
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException noDocker) {
            return false;
        }
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it
    private static TestPostgres container() {
        log.info("Tests use PostgreSQL in a container: {}", IMAGE);
        PostgreSQLContainer server = new PostgreSQLContainer(IMAGE);
        server.start();
        return new TestPostgres(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    @SuppressWarnings("resource") // lives as long as the JVM; zonky stops it at exit
    private static TestPostgres embedded() {
        log.info("Tests use embedded PostgreSQL: no Docker engine answers here");
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "40")
                    .start();
            return new TestPostgres(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException("Embedded PostgreSQL does not start", failed);
        }
    }
}
