package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.local.StackUrls;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Follows a run in the terminal: one line a step, a bar while a step reports progress. */
final class RunWatch {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Api api;
    private final String run;
    private final Screen screen;
    private final Map<String, String> shown = new HashMap<>();
    private String askedFor = "";
    private String incident = "";
    private String window = "";
    private boolean linked;

    RunWatch(Api api, String run, Screen screen) {
        this.api = api;
        this.run = TargetCommand.encoded(run);
        this.screen = screen;
    }

    /** The summary, once the run has ended. */
    JsonNode untilEnded() {
        return untilEnded(approval -> screen.line("  Waits for " + asked(approval)));
    }

    private String asked(String approval) {
        return approval.endsWith("-by-hand")
                ? "a person's work (%s): see ./perfloop run plan %s; then ./perfloop run done %s, or reject %s -m WHY"
                        .formatted(approval, run, run, run)
                : "a decision (%s): in the UI, or ./perfloop approve %s, or reject %s -m WHY"
                        .formatted(approval, run, run);
    }

    /** @param onApproval called once for each decision that the run waits for, with the approval's id */
    JsonNode untilEnded(Consumer<String> onApproval) {
        watch(onApproval);
        return api.get("/api/runs/" + run + "/summary");
    }

    /** For a run that no person decides about, and whose answer is not its summary. */
    void watch() {
        watch(approval -> {});
    }

    private void watch(Consumer<String> onApproval) {
        while (true) {
            JsonNode state = api.get("/api/runs/" + run);
            showOperateLink(state);
            showSteps();
            if (state.path("status").asText().equals("ENDED")) {
                return;
            }
            String waitingFor = state.path("waitingFor").asText("");
            if (state.hasNonNull("waitingFor") && !waitingFor.equals(askedFor)) {
                askedFor = waitingFor;
                onApproval.accept(waitingFor);
            }
            if (!state.hasNonNull("waitingFor")) {
                askedFor = ""; // What does not count is asked for again under the same id.
            }
            showWindow(state.path("waitsUntil").asText(""));
            showIncident(state.path("incident"));
            pause();
        }
    }

    private void showOperateLink(JsonNode state) {
        if (!linked && state.hasNonNull("operateUrl")) {
            linked = true;
            screen.line("  In Operate " + state.path("operateUrl").asText() + "   (" + StackUrls.OPERATE_LOGIN + ")");
        }
    }

    private void showSteps() {
        for (JsonNode step : api.get("/api/runs/" + run + "/steps")) {
            String key = step.path("callerElement").asText("")
                    + step.path("elementId").asText()
                    + step.path("startedAt").asText();
            String status = step.path("status").asText();
            if (status.equals("STARTED")) {
                showProgress(step);
            }
            String line = status + step.path("attempt").asInt();
            if (!line.equals(shown.put(key, line)) && !status.equals("STARTED")) {
                screen.line(StepLine.of(step));
            }
        }
    }

    private void showWindow(String opens) {
        if (!opens.equals(window) && !opens.isEmpty() && !opens.equals("null")) {
            screen.line("  Approved, waits until " + opens);
        }
        window = opens;
    }

    private void showProgress(JsonNode step) {
        if (step.hasNonNull("progress")) {
            screen.progress(
                    StepLine.name(step),
                    step.path("progress").asInt(),
                    step.path("message").asText(""));
        }
    }

    private void showIncident(JsonNode now) {
        String message = now.path("message").asText("");
        if (!message.equals(incident) && !message.isEmpty()) {
            screen.line("  STOPPED at " + now.path("elementId").asText() + ": " + message);
        }
        incident = message;
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted.", "The run itself goes on; see ./perfloop run list.");
        }
    }
}
