package dev.perfloop.web.reports;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.problems.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {
    /** Gatling's pages carry their charts as inline scripts; they still load nothing from elsewhere. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'none'; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final ReportRepository reports;
    private final Path dataDir;

    ReportController(ReportRepository reports, WebUiProperties properties) {
        this.reports = reports;
        this.dataDir = properties.dataDir();
    }

    @GetMapping("/reports/{loadTestId}/{*path}")
    ResponseEntity<Resource> file(@PathVariable String loadTestId, @PathVariable String path) {
        Path file = reports.folder(loadTestId)
                .flatMap(folder -> inside(dataDir.resolve(folder), path.equals("/") ? "index.html" : path.substring(1)))
                .orElseThrow(() -> Refused.notFound(
                        "There is no such report file.",
                        "GET /api/runs/{id}/loads names the report of each load test that wrote one."));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .contentType(MediaTypeFactory.getMediaType(file.getFileName().toString())
                        .orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(new FileSystemResource(file));
    }

    /** The file, if it lies in the folder also after links are followed. */
    private static Optional<Path> inside(Path folder, String path) {
        try {
            Path file = folder.resolve(path).toRealPath();
            return file.startsWith(folder.toRealPath()) && Files.isRegularFile(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }
}
