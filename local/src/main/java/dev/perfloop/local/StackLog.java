package dev.perfloop.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;

/** Keeps in {@code logs/stack.log} what the terminal is told. */
record StackLog(StackListener next, Path file, InstantSource clock) implements StackListener {

    @Override
    public void began(String step) {
        next.began(step);
    }

    @Override
    public void progress(String step, int percent, String detail) {
        next.progress(step, percent, detail);
    }

    @Override
    public void finished(String step, Duration took) {
        write("%s: %.1f s".formatted(step, took.toMillis() / 1e3));
        next.finished(step, took);
    }

    @Override
    public void note(String message) {
        write(message);
        next.note(message);
    }

    private synchronized void write(String line) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(clock.instant() + " " + line);
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
