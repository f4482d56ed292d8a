package dev.perfloop.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A real Chromium goes the way through a real authorization server, which is another site to it: what it does in there
 * is in {@code frontend/e2e/provider.ts}.
 */
@WebUiTest
class OidcBrowserTests extends AtAProvider {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    @LocalServerPort
    int port;

    @Autowired
    Rows rows;

    @Test
    void peopleComeThroughTheProviderAndBackToWhereTheyWantedToGo() throws Exception {
        assumeTrue(browser().isPresent(), "no Chromium or Chrome on the PATH: nobody logged in by a real browser");
        String app = "http://127.0.0.1:" + port;
        issuer.allowLogoutTo(app + "/login");
        issuer.put("vera", "readers");
        issuer.put("olga", "perf-team");
        issuer.put("lea", "perf-team", "perf leads");
        issuer.put("carl", "canteen");
        String target = rows.target();
        String ended = rows.run(target);
        rows.pendingApproval(ended);
        rows.end(ended, "TARGETS_MET");
        report(target);
        String waiting = rows.run(rows.target());
        Path said = Files.createTempFile("oidc", ".log");

        var tests = new ProcessBuilder("npx", "playwright", "test", "--config", "e2e/provider.config.ts")
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        tests.environment().put("PERFLOOP_URL", app);
        tests.environment().put("PERFLOOP_CHROMIUM", browser().orElseThrow().toString());
        tests.environment().put("PERFLOOP_ISSUER", issuer.siteOfItsOwn());
        tests.environment().put("PERFLOOP_TARGET", target);
        tests.environment().put("PERFLOOP_RUN", ended);
        tests.environment().put("PERFLOOP_APPROVAL", rows.pendingApproval(waiting));
        Process process = tests.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(said);
        }
    }

    /** As the workers would have made it, but for what they would have escaped. */
    private void report(String target) {
        rows.jdbc().sql("""
                        INSERT INTO target_report (id, target_id, since, until, zone, weekly, status, asked_by, asked_at, content, html, markdown)
                        VALUES (gen_random_uuid(), :target, :now::timestamptz - interval '7 days', :now, 'Europe/Berlin', true, 'MADE',
                                'Perfloop', :now, '{}',
                                '<!doctype html><html lang="en"><title>w</title><h1>The week</h1><script>top.document.title = "owned"</script></html>', '')""").param("target", target).param("now", rows.now()).update();
    }

    private static Optional<Path> browser() {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return BROWSERS.stream()
                .flatMap(
                        name -> Arrays.stream(folders.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
