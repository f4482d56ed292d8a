package dev.perfloop.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL 18 for the whole test JVM: in a container where a Docker engine answers, embedded elsewhere. Each call of
 * {@link #migrated()} or {@link #empty()} gives a database of its own. Autovacuum sleeps: with a hundred databases it would
 * be at work all the time, which rightly makes a load test invalid.
 */
public final class Database {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Server SERVER = start();

    private Database() {}

    /** A fresh database with our schema. */
    public static DataSource migrated() {
        return like(Migrated.NAME);
    }

    /** A fresh database with nothing in it but pg_stat_statements. */
    public static PGSimpleDataSource empty() {
        var source = like("template1");
        JdbcClient.create(source).sql("CREATE EXTENSION pg_stat_statements").update();
        return source;
    }

    /** The same database for another role that may log in without a password, as any may here. */
    public static PGSimpleDataSource sameAs(PGSimpleDataSource database, String role) {
        var source = SERVER.database(String.valueOf(database.getDatabaseName()));
        source.setUser(role);
        return source;
    }

    /** Copied rather than migrated anew for each test: there are hundreds. */
    private static final class Migrated {
        private static final String NAME = migrate(empty());

        private static String migrate(PGSimpleDataSource source) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return String.valueOf(source.getDatabaseName());
        }
    }

    private static PGSimpleDataSource like(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(SERVER.database("postgres"))
                .sql("CREATE DATABASE " + name + " TEMPLATE " + template)
                .update();
        return SERVER.database(name);
    }

    private record Server(String host, int port, String user, String password) {
        PGSimpleDataSource database(String name) {
            var source = new PGSimpleDataSource();
            source.setServerNames(new String[] {host});
            source.setPortNumbers(new int[] {port});
            source.setDatabaseName(name);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }
    }

    private static Server start() {
        if (dockerAnswers()) {
            System.out.println("Tests use PostgreSQL 18 in a container");
            var container = new PostgreSQLContainer("postgres:18.1")
                    .withCommand(
                            "postgres",
                            "-c",
                            "shared_preload_libraries=pg_stat_statements",
                            "-c",
                            "autovacuum_naptime=1d");
            container.start();
            return new Server(
                    container.getHost(),
                    container.getMappedPort(5432),
                    container.getUsername(),
                    container.getPassword());
        }
        System.out.println("Tests use the embedded PostgreSQL 18, as no Docker engine answers");
        try {
            var embedded = EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("autovacuum_naptime", "1d")
                    .start();
            return new Server("localhost", embedded.getPort(), "postgres", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException none) {
            return false;
        }
    }
}
