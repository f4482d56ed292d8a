package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "report", description = "What a time was like for a target.", synopsisSubcommandLabel = "(week | list)")
final class ReportCommand {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Command(
            name = "week",
            description =
                    "Reports the last seven days until now, or another time: trends, statements, alerts, runs, whether"
                            + " what was kept still earns its place.")
    int week(
            @Mixin ServerOptions server,
            @Option(names = "--target", paramLabel = "TARGET", required = true, description = "Of which target.")
                    String target,
            @Option(names = "--from", paramLabel = "TIME", description = "Such as 2026-11-09T00:00:00Z.") @Nullable String from,
            @Option(names = "--until", paramLabel = "TIME", description = "Default: now.") @Nullable String until,
            @Option(names = "--last", description = "The newest one of a whole week, as it was sent.") boolean last,
            @Option(names = "--html", paramLabel = "FILE", description = "Also as one HTML page; - is standard output.")
                    @Nullable Path html,
            @Option(names = "--markdown", paramLabel = "FILE", description = "Also as Markdown; - is standard output.")
                    @Nullable Path markdown) {
        String path = "/api/targets/" + TargetCommand.encoded(target) + "/reports";
        JsonNode report = last ? server.api().get(path + "/week") : made(server.api(), path, from, until);
        String own = path + "/" + report.path("id").asText();
        if (html != null) {
            OutputFile.write(html, server.api().getText(own + "/report.html"));
        }
        if (markdown != null) {
            OutputFile.write(markdown, server.api().getText(own + "/report.md"));
        }
        if (server.json()) {
            ServerOptions.print(report.path("report"));
        } else if (html == null && markdown == null) {
            System.out.println(server.api().getText(own + "/report.md"));
        }
        return 0;
    }

    @Command(name = "list", description = "Lists the reports of a target, the newest first.")
    int list(
            @Mixin ServerOptions server,
            @Option(names = "--target", paramLabel = "TARGET", required = true, description = "Of which target.")
                    String target) {
        JsonNode reports = server.api().get("/api/targets/" + TargetCommand.encoded(target) + "/reports");
        if (server.json()) {
            ServerOptions.print(reports);
            return 0;
        }
        if (reports.isEmpty()) {
            System.out.println("No report.");
        }
        reports.forEach(report -> System.out.println("%-36s  %s to %s  %-8s  %s"
                .formatted(
                        report.path("id").asText(),
                        report.path("since").asText(),
                        report.path("until").asText(),
                        report.path("status").asText().toLowerCase(Locale.ROOT),
                        report.path("weekly").asBoolean()
                                ? "weekly"
                                : "asked for by " + report.path("askedBy").asText())));
        return 0;
    }

    private static JsonNode made(Api api, String path, @Nullable String from, @Nullable String until) {
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("zone", ZoneId.systemDefault().getId());
        if (from != null) {
            wish.put("from", from);
        }
        if (until != null) {
            wish.put("until", until);
        }
        String own = path + "/" + api.post(path, wish).path("id").asText();
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            JsonNode report = api.get(own);
            switch (report.path("status").asText()) {
                case "MADE" -> {
                    return report;
                }
                case "FAILED" -> throw new CliFailure(report.path("whyNone").asText(), "See the workers' log.");
                default -> pause();
            }
        }
        throw new CliFailure(
                "The report is not made yet.", "See that the workers run; ./perfloop report list shows it.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted.", "The report is made all the same; ./perfloop report list shows it.");
        }
    }
}
