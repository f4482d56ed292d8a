package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.local.Home;
import dev.perfloop.local.Stack;
import dev.perfloop.local.StackOptions;
import dev.perfloop.local.StackUrls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All the set-up and one run of the main job, from nothing to a verdict. */
@Command(name = "demo", description = "Sets everything up and takes the demo shop through one whole run.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--auto-approve", description = "Approve every decision without asking.")
    private boolean autoApprove;

    @Option(names = "--exit", description = "Stop everything after the verdict.")
    private boolean exit;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the run's summary there.")
    private @Nullable Path json;

    @Option(names = "--no-operate", description = "Leave Operate and its search node out.")
    private boolean withoutOperate;

    @ArgGroup
    private @Nullable IntensityOptions intensity;

    @Override
    public Integer call() throws Exception {
        var screen = Screen.of(System.err);
        var home = Home.here();
        var clock = new DemoClock();
        screen.line("Starting the stack");
        try (var stack = Stack.start(new StackOptions(home, !withoutOperate), new StackOutput(screen))) {
            clock.lap("Stack");
            var api = Api.as(stack.urls().ui(), "approver", "approver");
            screen.line("Starting the demo shop");
            new DemoData(stack, screen).load();
            clock.lap("Demo shop and its data");
            api.putYaml("/api/targets/shop", Files.readString(home.checkout().resolve("demo-shop/shop.yaml")));
            var run = RunCommand.start(api, "shop", intensity);
            announce(screen, stack.urls(), run);
            var summary = new RunWatch(api, run.path("id").asText(), screen)
                    .untilEnded(approval -> approve(api, stack.urls(), run, approval, screen));
            clock.lap("Run");
            finish(summary, clock);
            if (!exit) {
                screen.line("Everything stays up until Ctrl-C: " + stack.urls().ui());
                stack.awaitClosed();
            }
            return SummaryPrinter.wentWell(summary) ? 0 : 1;
        }
    }

    private static void announce(Screen screen, StackUrls urls, JsonNode run) {
        String id = run.path("id").asText();
        screen.line("  This run   " + urls.ui().resolve("/runs/" + id) + "   (approver/approver)");
        screen.line("  Demo shop  " + urls.shop());
    }

    private void approve(Api api, StackUrls urls, JsonNode run, String approval, Screen screen) {
        if (autoApprove && approval.endsWith("-by-hand")) {
            Decision.REJECT.send(api, approval, "nobody changes the demo shop's code with --auto-approve");
            screen.line("  Not done   " + approval + " (--auto-approve)");
        } else if (autoApprove) {
            Decision.APPROVE.send(api, approval, "approved by ./perfloop demo --auto-approve");
            screen.line("  Approved   " + approval + " (--auto-approve)");
        } else {
            screen.line("  Decide     "
                    + urls.ui().resolve("/runs/" + run.path("id").asText() + "/approval")
                    + "   or ./perfloop approve | reject -m WHY in another terminal");
        }
    }

    private void finish(JsonNode summary, DemoClock clock) throws Exception {
        SummaryPrinter.print(summary, System.out);
        clock.print(summary, System.out);
        if (json != null) {
            Files.writeString(
                    json, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary));
        }
    }
}
