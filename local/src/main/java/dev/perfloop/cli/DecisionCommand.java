package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The decision a run waits for. */
final class DecisionCommand {
    @Command(name = "approve", description = "Approves what a run waits for.")
    int approve(
            @Mixin ServerOptions server,
            @Parameters(arity = "0..1", paramLabel = "RUN", description = "Default: the only one that waits.")
                    @Nullable String run,
            @Option(names = {"-m", "--comment"}, defaultValue = "", description = "Why.") String comment) {
        return decide(server, run, "APPROVE", comment);
    }

    @Command(name = "reject", description = "Rejects what a run waits for.")
    int reject(
            @Mixin ServerOptions server,
            @Parameters(arity = "0..1", paramLabel = "RUN", description = "Default: the only one that waits.")
                    @Nullable String run,
            @Option(names = {"-m", "--comment"}, required = true, description = "Why.") String comment) {
        return decide(server, run, "REJECT", comment);
    }

    private static int decide(ServerOptions server, @Nullable String run, String decision, String comment) {
        var api = server.api();
        var approval = pending(api, run);
        decide(api, approval.path("id").asText(), decision, comment);
        if (server.json()) {
            ServerOptions.print(approval);
        } else {
            System.out.printf(
                    "%s: %s of run %s.%n",
                    decision.equals("APPROVE") ? "Approved" : "Rejected",
                    approval.path("kind").asText().toLowerCase(Locale.ROOT),
                    approval.path("runId").asText());
        }
        return 0;
    }

    static void decide(Api api, String approvalId, String decision, String comment) {
        var body = JsonNodeFactory.instance.objectNode().put("decision", decision).put("comment", comment);
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
