package dev.perfloop.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Gatling's reports on disk: kept one folder a load test; everything else a generator writes is cleaned away. */
@Component
class Reports {
    private static final Logger log = LoggerFactory.getLogger(Reports.class);

    private final Path dir;

    Reports(LoadProperties properties) {
        dir = properties.reportsDir().toAbsolutePath().normalize();
    }

    Path workDir(String id) {
        return dir.resolve(".work").resolve(id);
    }

    /** Returns the folder it is kept in. */
    String keep(String id, Path report) {
        Path kept = dir.resolve(id);
        try {
            FileSystemUtils.deleteRecursively(kept);
            Files.move(report, kept);
            return kept.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clean(Path work) {
        try {
            FileSystemUtils.deleteRecursively(work);
        } catch (IOException e) {
            log.warn("The load generator's folder {} could not be cleaned away: {}", work, e.getMessage());
        }
    }
}
