package dev.perfloop.local.busy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** What a person at the browser waits for: starts {@code e2e/figures.mjs} against the UI with {@link ManyRows}. */
public final class ScreenBenchmark {
    private static final String MARK = "MARK ";

    private ScreenBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (BusyUi ui = BusyUi.start()) {
            var figures = new ProcessBuilder("node", "e2e/figures.mjs")
                    .directory(Path.of(args[0]).toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            figures.environment().put("PERFLOOP_URL", ui.url());
            figures.environment().put("PERFLOOP_CHROMIUM", args[1]);
            figures.environment().put("PERFLOOP_LARGE_RUN", ManyRows.LARGE_RUN);
            figures.environment().put("PERFLOOP_ACTIVE_RUN", ManyRows.ACTIVE_RUN);
            Process process = figures.start();
            try (var lines = process.inputReader();
                    var answers = process.outputWriter()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(MARK)) {
                        mark(ui, line.substring(MARK.length()), answers);
                    } else {
                        System.out.println(line);
                    }
                }
            }
            System.exit(process.waitFor());
        }
    }

    private static void mark(BusyUi ui, String text, BufferedWriter answers) throws IOException {
        ui.jdbc().sql("""
                        INSERT INTO run_event (run_id, at, kind, payload)
                        SELECT :run, now(), 'STEP', jsonb_build_object(
                            'elementId', element_id, 'name', name, 'processId', process_id, 'callerElement', caller_element,
                            'jobType', job_type, 'status', status, 'progress', progress, 'message', :text, 'attempt', attempt,
                            'startedAt', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                            'endedAt', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                        FROM run_step WHERE run_id = :run LIMIT 1
                        """).param("run", ManyRows.ACTIVE_RUN).param("text", text).update();
        answers.write(Clock.systemUTC().millis() + "\n");
        answers.flush();
    }
}
