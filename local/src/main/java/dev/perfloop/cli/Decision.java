package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says yes or no to what a run waits for. */
enum Decision {
    APPROVE("Approved"),
    REJECT("Rejected");

    private final String done;

    Decision(String done) {
        this.done = done;
    }

    /** @param run the run that waits; null for the only one that does */
    void take(ServerOptions server, @Nullable String run, String comment) {
        var api = server.api();
        var approval = pending(api, run);
        send(api, approval.path("id").asText(), comment);
        if (server.json()) {
            ServerOptions.print(approval);
        } else {
            System.out.printf(
                    "%s: %s of run %s.%n",
                    done,
                    approval.path("kind").asText().toLowerCase(Locale.ROOT),
                    approval.path("runId").asText());
        }
    }

    void send(Api api, String approvalId, String comment) {
        var body = JsonNodeFactory.instance.objectNode().put("decision", name()).put("comment", comment);
        api.post("/api/approvals/" + TargetCommand.encoded(approvalId) + "/decision", body);
    }

    private static JsonNode pending(Api api, @Nullable String run) {
        List<JsonNode> pending = new ArrayList<>();
        api.get("/api/approvals?status=PENDING").forEach(approval -> {
            if (run == null || approval.path("runId").asText().equals(run)) {
                pending.add(approval);
            }
        });
        if (pending.isEmpty()) {
            throw new CliFailure("No decision is waited for.", "See ./perfloop run list.");
        }
        if (pending.size() > 1) {
            throw new CliFailure(pending.size() + " runs wait for a decision.", "Name the run: ./perfloop approve RUN");
        }
        return pending.getFirst();
    }
}
