package dev.perfloop.loadtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.app.RunResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code java -cp 'dist/*' dev.perfloop.loadtests.Launcher spec.json outDir}: drives one load test. Gatling also needs
 * {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 *
 * <p>Writes only below {@code outDir}: {@code seconds.ndjson} live, {@code result.json}, {@code report/} and
 * {@code gatling.*}. Standard output carries JSON lines only, one a second. Ends at once when standard input ends, so
 * that it cannot outlive the process that started it. Exit codes: 0 completed, 4 aborted, 2 the spec is wrong, 3 standard
 * input ended, 1 anything else.
 */
public final class Launcher {
    static final int WRONG_SPEC = 2;
    static final int PARENT_GONE = 3;
    static final int ABORTED = 4;

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Launcher() {}

    public static void main(String[] args) throws IOException {
        endWithParent();
        if (args.length != 2) {
            fail("usage: Launcher <spec.json> <outDir>");
        }
        PrintStream events = System.out;
        Path outDir = Files.createDirectories(Path.of(args[1]));
        quieten(outDir);
        LoadTest test = null;
        try {
            test = LoadTest.of(JSON.readValue(Path.of(args[0]).toFile(), LoadSpec.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            fail(args[0] + ": " + rootMessage(e));
        }
        if (test != null) {
            Runtime.getRuntime().exit(drive(test, outDir, events));
        }
    }

    private static int drive(LoadTest test, Path outDir, PrintStream events) throws IOException {
        LoadSimulation.prepare(test);
        Path work = outDir.resolve("gatling");
        GatlingRun gatling = GatlingRun.into(work, test);
        RunResult run;
        TestResult result;
        try (var file = new SecondsFile(outDir.resolve("seconds.ndjson"), JSON);
                var ticker = new Ticker(test, file, events, JSON)) {
            ticker.start();
            run = gatling.drive();
            result = TestResult.of(test, ticker.cpu(), System.nanoTime());
        }
        JSON.writeValue(outDir.resolve("result.json").toFile(), result);
        report(gatling, run, work, outDir.resolve("report"));
        return result.reason() == null ? 0 : ABORTED;
    }

    /** The report is a courtesy: failing to draw it must not lose a measurement. */
    private static void report(GatlingRun gatling, RunResult run, Path work, Path report) {
        try {
            Files.move(work.resolve(gatling.report(run)), report);
            Files.delete(work);
        } catch (IOException | RuntimeException e) {
            System.err.println("Gatling's report could not be written: " + e);
        }
    }

    private static void endWithParent() {
        Thread.ofPlatform().name("parent-watch").daemon(true).start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is said on this pipe; only its end matters.
                }
            } catch (IOException e) {
                // A broken pipe is an end, too.
            }
            Runtime.getRuntime().halt(PARENT_GONE);
        });
    }

    /** Before any class of Gatling's: Scala keeps the standard output it finds first. */
    private static void quieten(Path outDir) throws IOException {
        NoVersionCheck.install();
        System.setProperty("logback.configurationFile", "logback-load.xml");
        System.setProperty("perfloop.load.log", outDir.resolve("gatling.log").toString());
        System.setOut(
                new PrintStream(Files.newOutputStream(outDir.resolve("gatling.out")), true, StandardCharsets.UTF_8));
    }

    private static String rootMessage(Throwable error) {
        Throwable cause = error.getCause();
        if (cause != null && cause != error) {
            return rootMessage(cause);
        }
        String message = error instanceof JsonProcessingException json ? json.getOriginalMessage() : error.getMessage();
        return message == null ? error.toString() : message;
    }

    private static void fail(String message) {
        System.err.println(message);
        Runtime.getRuntime().halt(WRONG_SPEC);
    }
}
