package dev.perfloop.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One stack a data directory. The lock is the operating system's: it ends with the process, however that ends. */
public final class DataLock implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel channel;
    private final FileLock lock;
    private final Path note;
    private final boolean afterKill;

    private DataLock(FileChannel channel, FileLock lock, Path note) {
        this.channel = channel;
        this.lock = lock;
        this.note = note;
        this.afterKill = Files.exists(note);
    }

    /** Whether the stack before this one did not end in order; its last children may be ending just now. */
    boolean isAfterKill() {
        return afterKill;
    }

    /** What a running stack says about itself; {@code ui} is known once the ports are chosen. */
    public record Running(
            long pid, @Nullable String ui, @Nullable String operate, boolean ready) {}

    static DataLock take(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw running(data);
        }
        DataLock taken = new DataLock(channel, lock, noteIn(data));
        taken.say(new Running(ProcessHandle.current().pid(), null, null, false));
        return taken;
    }

    /** The stack that runs on this data, if one does. */
    public static Optional<Running> holder(Path data) throws IOException {
        if (!Files.exists(data.resolve("lock"))) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            return lock != null || !Files.exists(noteIn(data))
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(noteIn(data).toFile(), Running.class));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static StackTrouble running(Path data) throws IOException {
        Optional<Running> holder = holder(data);
        String where = holder.map(running -> running.ui() == null
                        ? " (process " + running.pid() + ", starting)"
                        : " (process " + running.pid() + ", " + running.ui() + ")")
                .orElse("");
        return new StackTrouble(
                "Perfloop is running on this data already" + where,
                "Use the one that runs, or end it with ./perfloop down; PERFLOOP_DATA names another data directory");
    }

    void say(Running running) throws IOException {
        Path next = note.resolveSibling("running.json.next");
        JSON.writeValue(next.toFile(), running);
        Files.move(next, note, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path noteIn(Path data) {
        return data.resolve("running.json");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(note);
        lock.release();
        channel.close();
    }
}
