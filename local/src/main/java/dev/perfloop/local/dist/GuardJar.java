package dev.perfloop.local.dist;

import dev.perfloop.local.guard.Guard;
import dev.perfloop.local.guard.SearchNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A jar of the guard classes alone, and the log settings of Camunda's processes. */
final class GuardJar {
    private GuardJar() {}

    /** Leaves an equal jar untouched: the JVM refuses a class data archive when a jar's time has changed. */
    static Path write(Path jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            add(out, Guard.class.getName().replace('.', '/') + ".class");
            add(out, SearchNode.class.getName().replace('.', '/') + ".class");
            add(out, "perfloop-log4j2.xml");
        }
        if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), bytes.toByteArray())) {
            Path next = jar.resolveSibling(jar.getFileName() + ".next");
            Files.write(next, bytes.toByteArray());
            Files.move(next, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }

    private static void add(JarOutputStream out, String resource) throws IOException {
        ZipEntry entry = new ZipEntry(resource);
        entry.setTime(0);
        out.putNextEntry(entry);
        copy(resource, out);
        out.closeEntry();
    }

    private static void copy(String resource, OutputStream out) throws IOException {
        try (InputStream in = GuardJar.class.getResourceAsStream("/" + resource)) {
            Objects.requireNonNull(in, resource).transferTo(out);
        }
    }
}
