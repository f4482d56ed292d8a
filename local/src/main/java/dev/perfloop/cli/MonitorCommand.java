package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "monitor",
        description = "Watches a target all the time, beside its runs.",
        synopsisSubcommandLabel = "(start | stop | status | kpis)")
final class MonitorCommand {

    @Command(name = "start", description = "Has a target watched from now on.")
    int start(
            @Mixin ServerOptions server,
            @Option(names = "--target", required = true, description = "The target's name.") String target,
            @Option(
                            names = "--every",
                            paramLabel = "SECONDS",
                            description =
                                    "From one reading to the next: 10, 15, 20, 30 or a multiple of 60; default: 15.")
                    @Nullable Integer every,
            @Option(
                            names = "--cycle",
                            paramLabel = "SECONDS",
                            description = "From one assessment to the next; default: 60.")
                    @Nullable Integer cycle) {
        var wish = JsonNodeFactory.instance.objectNode();
        if (every != null) {
            wish.put("everySeconds", every);
        }
        if (cycle != null) {
            wish.put("cycleSeconds", cycle);
        }
        return said(server, server.api().put(path(target), wish), "Monitoring of " + target + " begins.");
    }

    @Command(name = "stop", description = "Ends watching a target; what was kept stays.")
    int stop(
            @Mixin ServerOptions server,
            @Option(names = "--target", required = true, description = "The target's name.") String target) {
        return said(server, server.api().delete(path(target)), "Monitoring of " + target + " ends.");
    }

    @Command(
            name = "status",
            description =
                    "Tells whether a target is watched, what the newest assessment rests on, and what was missed.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:it is off, starting or on", "1:it is wanted and does not work", "2:no such target"})
    int status(
            @Mixin ServerOptions server,
            @Option(names = "--target", required = true, description = "The target's name.") String target) {
        var monitoring = server.api().get(path(target));
        if (server.json()) {
            ServerOptions.print(monitoring);
        } else {
            MonitoringPrinter.print(monitoring, System.out);
        }
        return monitoring.path("state").asText().equals("STALLED") ? 1 : 0;
    }

    @Command(name = "kpis", description = "Tells how well monitoring itself works.")
    int kpis(
            @Mixin ServerOptions server,
            @Option(names = "--target", description = "Only of one target.") @Nullable String target,
            @Option(names = "--days", defaultValue = "30", description = "How far back, 1 to 35; default: 30.")
                    int days) {
        var kpis = server.api()
                .get("/api/monitoring/kpis?days=" + days
                        + (target == null ? "" : "&target=" + TargetCommand.encoded(target)));
        if (server.json()) {
            ServerOptions.print(kpis);
        } else {
            KpiPrinter.print(kpis, System.out);
        }
        return 0;
    }

    private static String path(String target) {
        return "/api/targets/" + TargetCommand.encoded(target) + "/monitoring";
    }

    private static int said(ServerOptions server, JsonNode answer, String words) {
        if (server.json()) {
            ServerOptions.print(answer);
        } else {
            System.out.println(words);
            if (answer.hasNonNull("note")) {
                System.out.println(answer.path("note").asText());
            }
        }
        return 0;
    }
}
