package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "alert",
        description = "What monitoring found beyond its thresholds.",
        synopsisSubcommandLabel = "(list | ack | mute | reopen | real | noise)")
final class AlertCommand {
    private static final String PATH = "/api/alerts";

    @Command(name = "list", description = "Lists what lasts, the newest first.")
    int list(
            @Mixin ServerOptions server,
            @Option(names = "--target", paramLabel = "TARGET", description = "Only those of one target.") @Nullable String target,
            @Option(names = "--resolved", description = "Also those that are over.") boolean resolved) {
        JsonNode alerts = server.api()
                .get(PATH + "?resolved=" + resolved
                        + (target == null ? "" : "&target=" + TargetCommand.encoded(target)));
        if (server.json()) {
            ServerOptions.print(alerts);
            return 0;
        }
        if (alerts.isEmpty()) {
            System.out.println("No alert.");
        }
        alerts.forEach(alert -> System.out.println(line(alert)));
        return 0;
    }

    @Command(name = "ack", description = "Says that you look after it. It is opened again when it gets worse.")
    int ack(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The alert, as the list shows it.") String id) {
        return set(server, id, "acknowledge", JsonNodeFactory.instance.objectNode());
    }

    @Command(name = "mute", description = "Lets nobody be told of it.")
    int mute(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The alert, as the list shows it.") String id,
            @Option(
                            names = "--hours",
                            paramLabel = "HOURS",
                            description = "1 to 720; default: for as long as it lasts.")
                    @Nullable Integer hours) {
        var wish = JsonNodeFactory.instance.objectNode();
        if (hours != null) {
            wish.put("hours", hours);
        }
        return set(server, id, "mute", wish);
    }

    @Command(name = "reopen", description = "Takes back an acknowledgement or a muting.")
    int reopen(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The alert, as the list shows it.") String id) {
        return set(server, id, "reopen", JsonNodeFactory.instance.objectNode());
    }

    @Command(name = "real", description = "Says that it was real: monitoring is held to that.")
    int real(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The alert, as the list shows it.") String id) {
        return set(server, id, "verdict", JsonNodeFactory.instance.objectNode().put("verdict", "REAL"));
    }

    @Command(name = "noise", description = "Says that it was noise: monitoring is held to that.")
    int noise(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The alert, as the list shows it.") String id) {
        return set(server, id, "verdict", JsonNodeFactory.instance.objectNode().put("verdict", "NOISE"));
    }

    private static int set(ServerOptions server, String id, String path, JsonNode wish) {
        JsonNode alert = server.api().post(PATH + "/" + TargetCommand.encoded(id) + "/" + path, wish);
        if (server.json()) {
            ServerOptions.print(alert);
        } else {
            System.out.println(line(alert));
        }
        return 0;
    }

    static String line(JsonNode alert) {
        String until = alert.hasNonNull("mutedUntil")
                ? " until " + alert.path("mutedUntil").asText()
                : "";
        return "%-36s  %-8s  %-12s  %-18s  since %s  %s"
                .formatted(
                        alert.path("id").asText(),
                        lower(alert, "severity"),
                        lower(alert, "state") + until,
                        alert.path("target").asText(),
                        alert.path("openedAt").asText(),
                        alert.path("words").asText());
    }

    private static String lower(JsonNode alert, String field) {
        return alert.path(field).asText().toLowerCase(Locale.ROOT);
    }
}
