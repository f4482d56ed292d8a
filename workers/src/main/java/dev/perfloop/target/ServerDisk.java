package dev.perfloop.target;

import dev.perfloop.target.DataDirectoryRepository.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The disk that what a target's database writes goes to, where it is this machine's. PostgreSQL tells over SQL how much it has written but not how
 * much is left, so this is known only where we share the server's disk.
 */
@Component
public class ServerDisk {
    /** Lines of {@code postmaster.pid} (PostgreSQL's utils/pidfile.h). */
    private static final int PORT_LINE = 3;

    private final DataDirectoryRepository directories;

    public sealed interface Disk {}

    /** @param usableBytes for those who may not use the reserve of the administrator */
    public record Seen(Path path, long totalBytes, long usableBytes) implements Disk {
        /** @param more bytes that are to be added */
        public double usedShare(double more) {
            return (totalBytes - usableBytes + more) / totalBytes;
        }
    }

    public record Hidden(String why, String mend) implements Disk {}

    ServerDisk(DataDirectoryRepository directories) {
        this.directories = directories;
    }

    public Disk of(Target target, TargetDatabase database) {
        if (!ThisMachine.runs(target.database())) {
            return new Hidden("the database runs on another machine and PostgreSQL does not tell", "");
        }
        var directory = directories.of(database);
        if (directory == null) {
            return new Hidden(
                    "role " + target.database().user() + " may not see where the server keeps its data",
                    "GRANT pg_read_all_settings TO " + target.database().user() + ";");
        }
        return seen(directory);
    }

    private static Disk seen(DataDirectory directory) {
        try {
            var data = Path.of(directory.data());
            // A container's path may be there too, and be something else.
            if (!isOf(data, directory.port())) {
                return new Hidden("what is at " + data + " on this machine is another server's", "");
            }
            var place = directory.tablespace().isEmpty() ? data : Path.of(directory.tablespace());
            var store = Files.getFileStore(place);
            return new Seen(place, store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException | InvalidPathException unreadable) {
            return new Hidden("the data directory " + directory.data() + " cannot be read from here", "");
        }
    }

    private static boolean isOf(Path data, String port) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return lines.size() > PORT_LINE && lines.get(PORT_LINE).strip().equals(port);
    }
}
