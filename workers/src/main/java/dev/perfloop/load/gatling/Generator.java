package dev.perfloop.load.gatling;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;

/**
 * Starts load generators, each in a JVM of its own: the load is not disturbed by our garbage, and it dies with us, as it
 * ends when the pipe to its standard input does.
 */
public final class Generator implements DisposableBean {
    static final int HEAP_MB = 512;
    static final String ENDS_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private final String classpath;
    private final ObjectMapper json;
    private final Set<Drive> driving = ConcurrentHashMap.newKeySet();

    /** @param classpath jars of module load-tests, as for {@code java -cp} */
    public Generator(String classpath, ObjectMapper json) {
        this.classpath = classpath;
        this.json = json;
    }

    /** @param workDir made if need be; everything the generator writes is below it */
    public Drive start(LaunchSpec spec, Path workDir) throws IOException {
        demandJars();
        Path dir = Files.createDirectories(workDir);
        Path specFile = dir.resolve("spec.json");
        writePrivately(specFile, json.writeValueAsBytes(spec));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MB + "m",
                        ENDS_WITHOUT_MEMORY,
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classpath,
                        "dev.perfloop.loadtests.Launcher",
                        specFile.toString(),
                        dir.toString()))
                .redirectError(dir.resolve("stderr.log").toFile())
                .start();
        var drive = new Drive(process, dir, json, driving::remove);
        driving.add(drive);
        return drive;
    }

    private void demandJars() throws IOException {
        if (!classpath.endsWith("*")) {
            return;
        }
        Path dir = Path.of(classpath.substring(0, classpath.length() - 1));
        try (Stream<Path> files = Files.isDirectory(dir) ? Files.list(dir) : Stream.empty()) {
            if (files.noneMatch(file -> file.toString().endsWith(".jar"))) {
                throw new GeneratorMissing(classpath);
            }
        }
    }

    /** A login's password may be inside. */
    private static void writePrivately(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, content);
    }

    @Override
    public void destroy() {
        driving.forEach(Drive::close);
    }
}
