package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Runs of the loop.",
        synopsisSubcommandLabel =
                "(start | show | findings | plan | export | done | list | abort-load | retry | take-back | cancel)")
final class RunCommand {

    @Command(name = "start", description = "Starts a run; a target has one at a time.")
    int start(
            @Mixin ServerOptions server,
            @Option(names = "--target", required = true, description = "The target's name.") String target,
            @ArgGroup IntensityOptions intensity,
            @Option(names = "--follow", description = "Show the run until it has ended.") boolean follow) {
        var api = server.api();
        var run = start(api, target, intensity);
        if (server.json() && !follow) {
            ServerOptions.print(run);
            return 0;
        }
        return follow ? follow(api, run.path("id").asText(), server.json()) : 0;
    }

    static JsonNode start(Api api, String target, @Nullable IntensityOptions intensity) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("target", target);
        body.put("intensity", intensity == null ? "QUICK" : intensity.name());
        var response = api.postForResponse("/api/runs", body);
        var answer = api.read(response);
        var run = answer.path("run");
        String id = run.path("id").asText();
        System.err.println(
                response.statusCode() == 201
                        ? "Run " + id + " started."
                        : "Target " + target + " has an active run already; it is " + id + ".");
        if (answer.hasNonNull("note")) {
            System.err.println(answer.path("note").asText());
        }
        return run;
    }

    private static int follow(Api api, String id, boolean json) {
        var summary = new RunWatch(api, id, Screen.of(System.err)).untilEnded();
        if (json) {
            ServerOptions.print(summary);
        } else {
            SummaryPrinter.print(summary, System.out);
        }
        return SummaryPrinter.wentWell(summary) ? 0 : 1;
    }

    @Command(name = "show", description = "Shows a run; without an id the newest one.")
    int show(
            @Mixin ServerOptions server,
            @Parameters(arity = "0..1", paramLabel = "RUN") @Nullable String id,
            @Option(names = "--follow", description = "Stay until the run has ended.") boolean follow) {
        var api = server.api();
        String run = id == null ? newest(api) : id;
        if (follow) {
            return follow(api, run, server.json());
        }
        var summary = api.get("/api/runs/" + TargetCommand.encoded(run) + "/summary");
        if (server.json()) {
            ServerOptions.print(summary);
        } else {
            SummaryPrinter.print(summary, System.out);
        }
        return 0;
    }

    @Command(
            name = "findings",
            description = "What limits the service, with evidence and mend; without an id of the newest run.")
    int findings(@Mixin ServerOptions server, @Parameters(arity = "0..1", paramLabel = "RUN") @Nullable String id) {
        var api = server.api();
        String run = TargetCommand.encoded(id == null ? newest(api) : id);
        var answer = api.get("/api/runs/" + run + "/findings");
        if (server.json()) {
            ServerOptions.print(answer);
        } else {
            FindingsPrinter.print(answer, api.get("/api/runs/" + run + "/blind-spots"), System.out);
        }
        return 0;
    }

    @Command(name = "plan", description = "What is to be changed, in which order and at which cost; of the newest run.")
    int plan(
            @Mixin ServerOptions server,
            @Parameters(arity = "0..1", paramLabel = "RUN") @Nullable String id,
            @Option(names = "--markdown", description = "Print the whole document.") boolean markdown) {
        var api = server.api();
        String path = "/api/runs/" + TargetCommand.encoded(id == null ? newest(api) : id) + "/plan";
        if (markdown) {
            System.out.print(api.getText(path + ".md"));
            return 0;
        }
        var plan = api.get(path);
        if (server.json()) {
            ServerOptions.print(plan);
        } else {
            PlanPrinter.print(plan, System.out);
        }
        return 0;
    }

    @Command(
            name = "export",
            description = "Writes a run to a file: a report for people, or its rows; of the newest run.")
    int export(
            @Mixin ServerOptions server,
            @Parameters(arity = "0..1", paramLabel = "RUN") @Nullable String id,
            @Option(
                            names = "--format",
                            defaultValue = "html",
                            description =
                                    "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. csv is a ZIP archive of one"
                                            + " file a table.")
                    ExportFormat format,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "Default: perfloop-RUN with the format's ending; - is standard output.")
                    @Nullable Path output) {
        var api = server.api();
        String run = id == null ? newest(api) : id;
        byte[] file = api.bytes("/api/runs/" + TargetCommand.encoded(run) + "/export/" + format.path());
        Path written = output == null ? Path.of(format.fileOf(run)) : output;
        OutputFile.write(written, file);
        if (!written.toString().equals("-")) {
            System.err.println("Written to " + written);
        }
        return 0;
    }

    @Command(
            name = "done",
            description =
                    "Says that what a plan leaves to a person is done: the code is deployed, the setting made. It is then "
                            + "measured like every other change. Nothing of it done: ./perfloop reject RUN -m WHY")
    int done(
            @Mixin ServerOptions server,
            @Parameters(arity = "0..1", paramLabel = "RUN", description = "Default: the only one that waits for it.")
                    @Nullable String run,
            @Option(
                            names = "--without",
                            split = ",",
                            paramLabel = "CHANGE",
                            description = "Changes that are not done, by number or id; see ./perfloop run plan.")
                    @Nullable List<String> without,
            @Option(
                            names = {"-m", "--comment"},
                            defaultValue = "",
                            description = "What was done.")
                    String comment) {
        Decision.APPROVE.done(server, run, comment, without == null ? List.of() : without);
        return 0;
    }

    @Command(name = "list", description = "Lists the newest runs.")
    int list(
            @Mixin ServerOptions server,
            @Option(names = "--limit", defaultValue = "20", description = "How many; default ${DEFAULT-VALUE}.")
                    int limit) {
        var page = server.api().get("/api/runs?limit=" + limit);
        if (server.json()) {
            ServerOptions.print(page);
            return 0;
        }
        if (page.path("items").isEmpty()) {
            System.out.println("No run yet. Start one: ./perfloop run start --target NAME");
        }
        page.path("items")
                .forEach(run -> System.out.printf(
                        "%-24s %-16s %-9s %-13s %s%n",
                        run.path("id").asText(),
                        run.path("target").asText(),
                        run.path("intensity").asText(),
                        run.hasNonNull("outcome")
                                ? run.path("outcome").asText()
                                : run.path("status").asText(),
                        waits(run)));
        return 0;
    }

    @Command(name = "take-back", description = "Takes back a change that a run kept.")
    int takeBack(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "CHANGE", description = "The change's id; see ./perfloop run plan RUN --json.")
                    String change,
            @Option(
                            names = {"-m", "--reason"},
                            defaultValue = "",
                            description = "Why; it is kept with the change.")
                    String reason,
            @Option(
                            names = "--give-up",
                            description =
                                    "Ends a taking back that is stuck; what is left of the change, you take back.")
                    boolean giveUp) {
        if (giveUp) {
            return giveUp(server, change);
        }
        var answer = server.api()
                .post(
                        "/api/changes/" + TargetCommand.encoded(change) + "/take-back",
                        JsonNodeFactory.instance.objectNode().put("reason", reason));
        if (server.json()) {
            ServerOptions.print(answer);
        } else {
            System.out.println("Change " + change + " is being taken back; see ./perfloop run plan "
                    + answer.path("takeBack").path("runId").asText() + ".");
            if (answer.hasNonNull("note")) {
                System.out.println(answer.path("note").asText());
            }
        }
        return 0;
    }

    private static int giveUp(ServerOptions server, String change) {
        var answer = server.api().delete("/api/changes/" + TargetCommand.encoded(change) + "/take-back");
        if (server.json()) {
            ServerOptions.print(answer);
        } else {
            System.out.println(answer.path("note").asText());
        }
        return 0;
    }

    @Command(
            name = "retry",
            description =
                    "Begins the step anew that a run is stuck at; mend first what ./perfloop run show says of it.")
    int retry(@Mixin ServerOptions server, @Parameters(paramLabel = "RUN") String id) {
        server.api().post("/api/runs/" + TargetCommand.encoded(id) + "/retry", JsonNodeFactory.instance.objectNode());
        System.out.println("The step is begun anew; see ./perfloop run show " + id);
        return 0;
    }

    @Command(name = "cancel", description = "Cancels a run; what it applied is taken back.")
    int cancel(@Mixin ServerOptions server, @Parameters(paramLabel = "RUN") String id) {
        server.api().post("/api/runs/" + TargetCommand.encoded(id) + "/cancel", JsonNodeFactory.instance.objectNode());
        System.out.println("Run " + id + " is being cancelled; see ./perfloop run show " + id);
        return 0;
    }

    @Command(
            name = "abort-load",
            description = "Ends the load that a run drives now, within two seconds; it is not judged and not repeated.")
    int abortLoad(@Mixin ServerOptions server, @Parameters(paramLabel = "RUN") String id) {
        var answer = server.api()
                .post("/api/runs/" + TargetCommand.encoded(id) + "/loads/abort", JsonNodeFactory.instance.objectNode());
        if (server.json()) {
            ServerOptions.print(answer);
        } else {
            System.out.println("Load test " + answer.path("loadTestId").asText()
                    + " is being ended. What the run makes of it: ./perfloop run show " + id);
        }
        return 0;
    }

    private static String waits(JsonNode run) {
        if (run.hasNonNull("waitsUntil")) {
            return "approved, waits until " + run.path("waitsUntil").asText();
        }
        return run.hasNonNull("waitingFor")
                ? "waits for " + run.path("waitingFor").asText()
                : "";
    }

    private static String newest(Api api) {
        var items = api.get("/api/runs?limit=1").path("items");
        if (items.isEmpty()) {
            throw new CliFailure("There is no run yet.", "Start one: ./perfloop run start --target NAME");
        }
        return items.path(0).path("id").asText();
    }
}
