package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.time.Duration;

/** Wishes something about what a target lets us see, waits until the workers have fulfilled it, and prints what there is. */
final class ObserveWatch {
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final int TIMES = 200;

    private final Api api;
    private final String target;
    private final String path;

    ObserveWatch(Api api, String target) {
        this.api = api;
        this.target = target;
        this.path = "/api/targets/" + TargetCommand.encoded(target) + "/observability";
    }

    int fulfilled(String wish, boolean json) {
        String id = api.post(path + wish, JsonNodeFactory.instance.objectNode())
                .path("wishId")
                .asText();
        for (int i = 0; i < TIMES; i++) {
            var answer = api.get(path);
            var newest = answer.path("wish");
            if (newest.path("id").asText().equals(id) && newest.hasNonNull("fulfilledAt")) {
                if (json) {
                    ServerOptions.print(answer);
                } else {
                    print(answer, target, System.out);
                }
                return 0;
            }
            pause();
        }
        throw new CliFailure(
                "The workers have not fulfilled it within a minute.",
                "Look at the step \"Set up observability\" of the newest run of " + target
                        + " for the reason (an incident in Operate); then ask again.");
    }

    static void print(JsonNode answer, String target, PrintStream out) {
        var offers = answer.path("offers");
        if (offers.isEmpty()) {
            out.println("Nothing is offered.");
        }
        offers.forEach(offer -> {
            out.printf(
                    "%n%s  %s%s%n",
                    offer.path("status").asText(),
                    offer.path("kind").asText(),
                    offer.hasNonNull("note") ? "  (" + offer.path("note").asText() + ")" : "");
            offer.path("statement").asText().lines().forEach(line -> out.println("   " + line));
            offer.path("undoStatement").asText().lines().forEach(line -> out.println("   undo: " + line));
        });
        var note = answer.path("wish").path("note").asText("");
        if (!note.isEmpty()) {
            out.println("\nNot offered");
            note.lines().forEach(line -> out.println("- " + line));
        }
        if (has(offers, "PROPOSED")) {
            out.println("\nApply: ./perfloop target observe " + target + " --apply");
        }
        if (has(offers, "APPLIED")) {
            out.println(
                    "\nWhat is set for a database holds for new sessions: restart the service, or wait for its pool."
                            + "\nTake back: ./perfloop target observe " + target + " --undo");
        }
    }

    private static boolean has(JsonNode offers, String status) {
        for (var offer : offers) {
            if (offer.path("status").asText().equals(status)) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted.", "The wish itself goes on; ask again to see what came of it.");
        }
    }
}
