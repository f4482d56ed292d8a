package dev.perfloop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a command writes its answer to; {@code -} is standard output. */
final class OutputFile {
    private OutputFile() {}

    static void write(Path file, String text) {
        if (file.toString().equals("-")) {
            System.out.println(text);
            return;
        }
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) {
        try {
            if (file.toString().equals("-")) {
                System.out.write(bytes);
                System.out.flush();
                return;
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, bytes);
        } catch (IOException unwritable) {
            throw new CliFailure("The file " + file + " cannot be written.", "Name one in a folder you may write to.");
        }
    }

    static void remove(@Nullable Path file) {
        if (file == null || !Files.isRegularFile(file)) {
            return;
        }
        try {
            Files.delete(file);
        } catch (IOException locked) {
            throw new CliFailure("The file " + file + " cannot be replaced.", "Name another one.");
        }
    }
}
