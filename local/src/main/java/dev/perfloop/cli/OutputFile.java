package dev.perfloop.cli;

import java.io.IOException;
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
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
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
