package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "schedule",
        description = "Runs that begin by themselves.",
        synopsisSubcommandLabel = "(add | list | pause | resume | remove)")
final class ScheduleCommand {
    private static final String PATH = "/api/schedules";

    @Command(name = "add", description = "Lets runs of a target begin by themselves, again and again.")
    int add(
            @Mixin ServerOptions server,
            @Parameters(index = "0", paramLabel = "TARGET", description = "The target's name.") String target,
            @Parameters(
                            index = "1",
                            paramLabel = "TIMES",
                            description =
                                    "A cron expression of five fields, such as \"0 2 * * MON-FRI\", or an interval: R/PT6H, R/P1D.")
                    String times,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            description = "Whose clock is meant, such as Europe/Berlin; default: this machine's.")
                    @Nullable String zone,
            @Option(names = "--any-time", description = "Also while none of the target's maintenance windows is open.")
                    boolean anyTime,
            @ArgGroup @Nullable IntensityOptions intensity) {
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("target", target)
                .put("times", times)
                .put("zone", zone == null ? ZoneId.systemDefault().getId() : zone)
                .put("intensity", intensity == null ? "QUICK" : intensity.name())
                .put("inWindowsOnly", !anyTime);
        JsonNode kept = server.api().post(PATH, wish);
        if (server.json()) {
            ServerOptions.print(kept);
        } else {
            System.out.println(SchedulePrinter.made(kept.path("schedule")));
            note(kept);
        }
        return 0;
    }

    @Command(name = "list", description = "Lists the schedules with their next time and what became of the last.")
    int list(
            @Mixin ServerOptions server,
            @Option(names = "--target", paramLabel = "TARGET", description = "Only those of one target.") @Nullable String target) {
        JsonNode schedules =
                server.api().get(target == null ? PATH : PATH + "?target=" + TargetCommand.encoded(target));
        if (server.json()) {
            ServerOptions.print(schedules);
            return 0;
        }
        if (schedules.isEmpty()) {
            System.out.println("No schedule. Make one: ./perfloop schedule add TARGET \"0 2 * * *\"");
        }
        schedules.forEach(schedule -> System.out.println(SchedulePrinter.line(schedule)));
        return 0;
    }

    @Command(name = "pause", description = "Lets no run begin until the schedule is resumed. A run at work goes on.")
    int pause(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The schedule, as the list shows it.") String id) {
        return set(server, id, "pause", "paused");
    }

    @Command(name = "resume", description = "Lets runs begin again. What would have come meanwhile is not made up for.")
    int resume(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The schedule, as the list shows it.") String id) {
        return set(server, id, "resume", "resumed");
    }

    @Command(name = "remove", description = "Ends the schedule. A run at work goes on.")
    int remove(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The schedule, as the list shows it.") String id) {
        server.api().delete(PATH + "/" + TargetCommand.encoded(id));
        if (!server.json()) {
            System.out.println("Schedule " + id + " removed.");
        }
        return 0;
    }

    private static int set(ServerOptions server, String id, String path, String done) {
        JsonNode kept = server.api()
                .post(PATH + "/" + TargetCommand.encoded(id) + "/" + path, JsonNodeFactory.instance.objectNode());
        if (server.json()) {
            ServerOptions.print(kept);
        } else {
            System.out.println("Schedule " + id + " " + done + ".");
            note(kept);
        }
        return 0;
    }

    private static void note(JsonNode kept) {
        if (kept.hasNonNull("note")) {
            System.err.println(kept.path("note").asText());
        }
    }
}
