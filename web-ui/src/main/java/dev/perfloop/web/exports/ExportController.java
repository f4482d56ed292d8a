package dev.perfloop.web.exports;

import dev.perfloop.web.exports.report.HtmlReport;
import dev.perfloop.web.exports.report.MarkdownReport;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.KnownRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of a run to be taken along; while it goes on they hold what is known so far. */
@RestController
@RequestMapping("/api/runs/{id}/export")
class ExportController {
    /** Should a browser show the page all the same: it may load nothing and run nothing. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private final KnownRuns runs;
    private final Exports exports;
    private final JsonExport json;

    ExportController(KnownRuns runs, Exports exports, JsonExport json) {
        this.runs = runs;
        this.exports = exports;
        this.json = json;
    }

    /** One page that needs nothing else. */
    @GetMapping(path = "/report.html", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> html(@PathVariable String id) {
        runs.require(id);
        return file(id, ".html")
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .body(HtmlReport.of(exports.report(id)));
    }

    @GetMapping(path = "/report.md", produces = "text/markdown;charset=UTF-8")
    ResponseEntity<String> markdown(@PathVariable String id) {
        runs.require(id);
        return file(id, ".md").body(MarkdownReport.of(exports.report(id)));
    }

    /** All rows of the run, table by table. */
    @GetMapping(path = "/data.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> data(@PathVariable String id) {
        runs.require(id);
        return file(id, ".json").body(json.of(exports.tables(id)));
    }

    /** The same as a ZIP archive of one CSV file a table. */
    @GetMapping(path = "/data.csv.zip", produces = "application/zip")
    ResponseEntity<byte[]> archive(@PathVariable String id) throws IOException {
        runs.require(id);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String name : exports.names()) {
                put(zip, id, name);
            }
        }
        return file(id, "-csv.zip").body(bytes.toByteArray());
    }

    @GetMapping(path = "/tables/{name}.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> table(@PathVariable String id, @PathVariable String name) {
        runs.require(id);
        return exports.table(id, name)
                .map(table -> file(id, "-" + name + ".csv").body(Csv.of(table)))
                .orElseThrow(() -> Refused.notFound(
                        "There is no table \"" + name + "\".",
                        "There are " + String.join(", ", exports.names()) + "."));
    }

    private void put(ZipOutputStream zip, String id, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        zip.write(Csv.of(exports.table(id, name).orElseThrow()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ResponseEntity.BodyBuilder file(String id, String ending) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("perfloop-" + id + ending)
                                .build()
                                .toString());
    }
}
