package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Has a target checked, waits until the workers have asked every part of it, and prints what each said. */
final class CheckWatch {
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final int TIMES = 400;

    private final Api api;
    private final String target;
    private final String path;

    CheckWatch(Api api, String target) {
        this.api = api;
        this.target = target;
        this.path = "/api/targets/" + TargetCommand.encoded(target) + "/check";
    }

    /** @param draft a file to be checked instead of the one that is saved; empty for none */
    int checked(String draft, boolean json) {
        var asked = api.postYaml(path, draft);
        if (asked.hasNonNull("note")) {
            System.err.println(asked.path("note").asText());
        }
        JsonNode check = ended(path + "/" + asked.path("checkId").asText());
        if (json) {
            ServerOptions.print(check);
        } else {
            print(check, System.out);
        }
        return exitCode(check);
    }

    static int exitCode(JsonNode check) {
        for (var answer : check.path("answers")) {
            if (answer.path("state").asText().equals("BROKEN")) {
                return 1;
            }
        }
        return 0;
    }

    static void print(JsonNode check, PrintStream out) {
        for (var answer : check.path("answers")) {
            out.printf(
                    "%-8s %-22s %s%n",
                    answer.path("state").asText().toLowerCase(Locale.ROOT),
                    answer.path("subject").asText(),
                    answer.path("words").asText());
            mend(answer, out);
        }
        if (!check.path("requests").isEmpty()) {
            out.println();
        }
        for (var request : check.path("requests")) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %-22s %s %s  %s%n",
                    request.path("good").asBoolean() ? "fine" : "broken",
                    request.path("request").asText(),
                    request.path("method").asText(),
                    request.path("address").asText(),
                    request.hasNonNull("status")
                            ? String.format(
                                    Locale.ROOT,
                                    "%d in %.0f ms, %d bytes",
                                    request.path("status").asInt(),
                                    request.path("ms").asDouble(),
                                    request.path("bytes").asLong())
                            : "no answer");
            if (!request.path("good").asBoolean()) {
                out.println("         " + request.path("words").asText());
                mend(request, out);
            }
        }
    }

    private static void mend(JsonNode of, PrintStream out) {
        if (!of.path("mend").asText().isEmpty()) {
            out.println("         mend: " + of.path("mend").asText());
        }
    }

    private JsonNode ended(String check) {
        for (int i = 0; i < TIMES; i++) {
            var now = api.get(check);
            if (now.path("underWay").isEmpty()) {
                return now;
            }
            pause();
        }
        throw new CliFailure(
                "The workers have not answered within two minutes.",
                "See that they and the Camunda broker run (./perfloop status), then check " + target + " again.");
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted.", "The check itself goes on.");
        }
    }
}
