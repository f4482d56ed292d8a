package dev.perfloop.local.child;

import dev.perfloop.local.guard.Guard;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a child JVM: guarded, and with a class data archive, if wanted, that the first orderly end writes
 * and every later start reads (halves the broker's start).
 *
 * @param guard jar with {@link Guard}
 * @param classPath jars, in order: a class data archive holds for one exact class path, and for jars only
 * @param options heap, collector and system properties
 * @param archive where the class data archive is kept
 * @param priority how it shares the processors
 */
public record JvmCommand(
        Path guard,
        List<Path> classPath,
        List<String> options,
        Optional<Path> archive,
        String mainClass,
        List<String> args,
        Priority priority) {

    /** All jars of a directory, in a fixed order. */
    public static List<Path> jarsIn(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    List<String> line() {
        List<String> line = new ArrayList<>();
        // Ctrl-C reaches every process of a terminal's group; the children must wait for their turn.
        line.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        line.addAll(priority.of(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())));
        line.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable", "-Xlog:all=error:stderr", "-Dfile.encoding=UTF-8"));
        archive.ifPresent(
                file -> line.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file)));
        line.addAll(options);
        line.add("-cp");
        line.add(Stream.concat(Stream.of(guard), classPath.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        line.add(Guard.class.getName());
        line.add(mainClass);
        line.addAll(args);
        return line;
    }
}
