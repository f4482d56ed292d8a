package dev.perfloop.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "target",
        description = "What Perfloop works on.",
        synopsisSubcommandLabel = "(apply | list | check | observe | delete)")
final class TargetCommand {
    private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*[\"']?([^\"'#\\s]+)");

    @Command(name = "apply", description = "Registers or updates a target from its YAML file.")
    int apply(
            @Mixin ServerOptions server,
            @Option(names = "-f", required = true, paramLabel = "FILE", description = "The target's file.") Path file) {
        String yaml = text(file);
        var name = NAME.matcher(yaml);
        if (!name.find()) {
            throw new CliFailure(file + " has no name.", "Begin it with: name: my-service");
        }
        var response = server.api().putYaml("/api/targets/" + encoded(name.group(1)), yaml);
        if (server.json()) {
            ServerOptions.print(server.api().read(response));
        } else {
            System.out.println(
                    "Target " + name.group(1) + (response.statusCode() == 201 ? " registered." : " updated."));
        }
        return 0;
    }

    @Command(name = "list", description = "Lists the targets.")
    int list(@Mixin ServerOptions server) {
        var targets = server.api().get("/api/targets");
        if (server.json()) {
            ServerOptions.print(targets);
            return 0;
        }
        if (targets.isEmpty()) {
            System.out.println("No target yet. Register one: ./perfloop target apply -f my-service.yaml");
        }
        targets.forEach(target -> System.out.printf(
                "%-20s %-36s %s%n",
                target.path("name").asText(),
                target.path("baseUrl").asText(),
                target.path("updatedAt").asText()));
        return 0;
    }

    @Command(
            name = "observe",
            description =
                    "Shows what a target could tell and does not, with the exact statements; switches it on if asked.")
    int observe(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "TARGET", description = "The target's name.") String target,
            @ArgGroup @Nullable ObserveOptions wish) {
        return new ObserveWatch(server.api(), target).fulfilled(wish == null ? "" : wish.path(), server.json());
    }

    @Command(
            name = "check",
            description =
                    "Asks each part of a target whether it can be reached and used, and sends each request of its "
                            + "scenario once, those that write too. Works beside a run.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:a run can go well, though it may see less",
                "1:something is broken",
                "2:no such target, an error in the file, or something else a person must mend"
            })
    int check(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "TARGET", description = "The target's name.") String target,
            @Option(names = "-f", paramLabel = "FILE", description = "Check this file instead, without saving it.")
                    @Nullable Path file) {
        return new CheckWatch(server.api(), target).checked(file == null ? "" : text(file), server.json());
    }

    @Command(
            name = "delete",
            description = "Takes a target out of the lists. Its runs stay; what they changed on the target stays too.")
    int delete(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "TARGET", description = "The target's name.") String target) {
        server.api().delete("/api/targets/" + encoded(target));
        if (!server.json()) {
            System.out.println("Target " + target + " deleted.");
        }
        return 0;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CliFailure("The file " + file + " cannot be read.", "Name an existing YAML file with -f.");
        }
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
