package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says yes or no to what a run waits for. */
enum Decision {
    APPROVE("Approved"),
    REJECT("Rejected");

    static final String BY_HAND = "BY_HAND";

    private final String done;

    Decision(String done) {
        this.done = done;
    }

    /** @param run the run that waits; null for the only one that does */
    void take(ServerOptions server, @Nullable String run, String comment) {
        take(server, run, comment, List.of(), null, false);
    }

    /**
     * @param without   numbers or ids of the changes to leave out
     * @param notBefore when the changes may begin; null for at once
     * @param mayTakeBack whether an alert may take back what is kept
     */
    void take(
            ServerOptions server,
            @Nullable String run,
            String comment,
            List<String> without,
            @Nullable Instant notBefore,
            boolean mayTakeBack) {
        var approval = pending(server.api(), run, any -> true);
        take(server, approval, comment, without, notBefore, mayTakeBack);
    }

    /** Of what a person was asked to do; nothing else is approved by it. */
    void done(ServerOptions server, @Nullable String run, String comment, List<String> without) {
        var api = server.api();
        take(
                server,
                pending(api, run, asked -> asked.path("kind").asText().equals(BY_HAND)),
                comment,
                without,
                null,
                false);
    }

    private void take(
            ServerOptions server,
            JsonNode approval,
            String comment,
            List<String> without,
            @Nullable Instant notBefore,
            boolean mayTakeBack) {
        var api = server.api();
        var body = said(comment);
        without.forEach(body.withArray("without")::add);
        if (notBefore != null) {
            body.put("notBefore", notBefore.toString());
        }
        if (mayTakeBack) {
            body.put("mayTakeBack", true);
        }
        send(api, approval.path("id").asText(), body);
        if (server.json()) {
            ServerOptions.print(approval);
        } else {
            System.out.println(doneTo(approval));
        }
    }

    private String doneTo(JsonNode approval) {
        String run = approval.path("runId").asText();
        return approval.path("kind").asText().equals(BY_HAND)
                ? (this == APPROVE ? "Done by hand" : "Not done") + ": the changes of run " + run
                        + " that were left to a person."
                : done + ": " + approval.path("kind").asText().toLowerCase(Locale.ROOT) + " of run " + run + ".";
    }

    void send(Api api, String approvalId, String comment) {
        send(api, approvalId, said(comment));
    }

    private ObjectNode said(String comment) {
        return JsonNodeFactory.instance.objectNode().put("decision", name()).put("comment", comment);
    }

    private static void send(Api api, String approvalId, ObjectNode body) {
        api.post("/api/approvals/" + TargetCommand.encoded(approvalId) + "/decision", body);
    }

    private static JsonNode pending(Api api, @Nullable String run, Predicate<JsonNode> meant) {
        List<JsonNode> pending = new ArrayList<>();
        api.items("/api/approvals?status=PENDING").forEach(approval -> {
            if (meant.test(approval)
                    && (run == null || approval.path("runId").asText().equals(run))) {
                pending.add(approval);
            }
        });
        if (pending.isEmpty() && run != null) {
            throw nothingPending(api, run);
        }
        if (pending.isEmpty()) {
            throw new CliFailure("No decision is waited for.", "See ./perfloop run list.");
        }
        if (pending.size() > 1) {
            throw new CliFailure(pending.size() + " runs wait for a decision.", "Name the run.");
        }
        return api.get("/api/approvals/"
                + TargetCommand.encoded(pending.getFirst().path("id").asText()));
    }

    /** What became of what it asked for, so that one who comes late knows. */
    private static CliFailure nothingPending(Api api, String run) {
        String id = TargetCommand.encoded(run);
        api.get("/api/runs/" + id); // an unknown run says so itself
        var last = api.get("/api/approvals?limit=1&runId=" + id).path("items").path(0);
        String became = last.isMissingNode()
                ? "has asked for no decision yet"
                : "waits for no decision: its " + last.path("kind").asText().toLowerCase(Locale.ROOT) + " is "
                        + last.path("status").asText().toLowerCase(Locale.ROOT)
                        + (last.hasNonNull("decidedBy")
                                ? " by " + last.path("decidedBy").asText()
                                : "");
        return new CliFailure("Run " + run + " " + became + ".", "See ./perfloop run show " + run + ".");
    }
}
