package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The UI in a real Chromium against the real stack: the tests themselves are in {@code web-ui/frontend/e2e}. */
class BrowserIT {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path FRONTEND =
            Path.of("../web-ui/frontend").toAbsolutePath().normalize();

    private LoopStack stack;
    private TicketService service;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(browser().isPresent(), "no Chromium or Chrome on the PATH: the UI was not looked at in a browser");
        stack = LoopStack.fresh("browser");
        TicketService.fill();
        service = TicketService.start(0);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void peopleDoInTheBrowserWhatTheyCameFor() throws Exception {
        Path target = Files.writeString(
                StackData.DIR.resolve("tickets.yaml"), TicketService.describe("tickets", service.port()));
        Path said = StackData.DIR.resolve("browser.log");
        var tests = new ProcessBuilder("npx", "playwright", "test", "--config", "e2e/playwright.config.ts")
                .directory(FRONTEND.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        tests.environment().put("PERFLOOP_URL", "http://127.0.0.1:" + StackData.port(Port.UI));
        tests.environment().put("PERFLOOP_TARGET_FILE", target.toString());
        tests.environment().put("PERFLOOP_CHROMIUM", browser().orElseThrow().toString());
        Process process = tests.start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
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
