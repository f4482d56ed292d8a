package dev.perfloop.change.guard;

import dev.perfloop.change.guard.DataDirectoryRepository.DataDirectory;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** The disk that a target's new indexes go to, where it is this machine's. */
@Component
class ServerDisk {
    /** Lines of {@code postmaster.pid} (PostgreSQL's utils/pidfile.h). */
    private static final int PORT_LINE = 3;

    private final DataDirectoryRepository directories;

    sealed interface Disk {}

    /** @param usableBytes for those who may not use the reserve of the administrator */
    record Seen(Path path, long totalBytes, long usableBytes) implements Disk {
        double usedShare(double more) {
            return (totalBytes - usableBytes + more) / totalBytes;
        }
    }

    record Hidden(String why, String mend) implements Disk {}

    ServerDisk(DataDirectoryRepository directories) {
        this.directories = directories;
    }

    Disk of(Target target, TargetDatabase database) {
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
