package dev.perfloop.local.dist;

import dev.perfloop.local.StackTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Fetches artifacts by running the user's own Maven, so that their settings, mirrors and cache hold. */
final class MavenFetch {
    private static final int LAST_LINES = 12;

    private final Path workDir;
    private final String plugin;
    private final String maven;

    MavenFetch(Path workDir, Versions versions, String maven) {
        this.workDir = workDir;
        this.plugin = "org.apache.maven.plugins:maven-dependency-plugin:" + versions.plugin();
        this.maven = maven;
    }

    /** Copies one artifact, {@code group:artifact:version:type}, into a directory. */
    void copy(String artifact, Path into, Consumer<TransferProgress.Transfer> progress) throws IOException {
        run(List.of(plugin + ":copy", "-Dartifact=" + artifact, "-DoutputDirectory=" + into), artifact, progress);
    }

    /** Copies the runtime dependencies of {@code fetch-pom.xml} into a directory. */
    void copyDependencies(String what, Path into, Consumer<TransferProgress.Transfer> progress) throws IOException {
        List<String> goal =
                List.of(plugin + ":copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=" + into);
        run(goal, what, progress);
    }

    private void run(List<String> goal, String what, Consumer<TransferProgress.Transfer> progress) throws IOException {
        Path pom = workDir.resolve("fetch-pom.xml");
        try (InputStream in = MavenFetch.class.getResourceAsStream("/fetch-pom.xml")) {
            Files.write(pom, Objects.requireNonNull(in, "fetch-pom.xml").readAllBytes());
        }
        // Not -B: in batch mode Maven does not print how far a download is.
        List<String> command = new ArrayList<>(List.of(maven, "-f", pom.toString(), "-Dstyle.color=never"));
        command.addAll(goal);
        Process process = start(command);
        process.getOutputStream().close();
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader out = process.inputReader()) {
            follow(out, line -> {
                TransferProgress.read(line).ifPresent(progress);
                last.addLast(line);
                if (last.size() > LAST_LINES) {
                    last.removeFirst();
                }
            });
        }
        int exit = exitOf(process);
        if (exit != 0) {
            throw new StackTrouble(
                    "Maven could not fetch " + what + ":\n  " + String.join("\n  ", errors(last)),
                    "Check the network and Maven's settings (mirrors, proxy), then start again: "
                            + String.join(" ", command));
        }
    }

    private Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(workDir.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new StackTrouble(
                    "Maven was not found: " + maven, "Install Maven 3.8.7 or newer and put mvn on the PATH", e);
        }
    }

    /** Lines end with a carriage return, too: that is how progress is drawn over itself. */
    private static void follow(Reader out, Consumer<String> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            if (c == '\n' || c == '\r') {
                if (!line.toString().isBlank()) {
                    lines.accept(line.toString().strip());
                }
                line.setLength(0);
            } else {
                line.append((char) c);
            }
        }
    }

    private static List<String> errors(Deque<String> last) {
        List<String> errors = last.stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .limit(3)
                .toList();
        return errors.isEmpty() ? List.copyOf(last) : errors;
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StackTrouble("Fetching was interrupted", "Start again", e);
        }
    }
}
