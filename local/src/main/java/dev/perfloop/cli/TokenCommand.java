package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "API tokens for programs, instead of your password.",
        synopsisSubcommandLabel = "(create | list | revoke)")
final class TokenCommand {
    private static final String PATH = "/api/tokens";

    @Command(
            name = "create",
            description =
                    "Creates a token for yourself and prints it, this once: export PERFLOOP_TOKEN=$(./perfloop token create ...)")
    int create(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME", description = "What it is for, such as build.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            description = "What it may: viewer, operator, approver, admin; none that you lack.")
                    List<String> roles,
            @Option(names = "--days", paramLabel = "DAYS", description = "Until it ends: 1 to 365; default: 90.")
                    @Nullable Integer days) {
        var wish = JsonNodeFactory.instance.objectNode().put("name", name);
        roles.forEach(role -> wish.withArray("roles").add(role.strip().toUpperCase(Locale.ROOT)));
        if (days != null) {
            wish.put("days", days);
        }
        JsonNode created = server.api().post(PATH, wish);
        if (server.json()) {
            ServerOptions.print(created);
        } else {
            // The token alone goes to standard output, so that a shell can take it.
            System.err.println("Token \"" + created.path("name").asText() + "\" until "
                    + created.path("expiresAt").asText() + ". It is shown this once:");
            System.out.println(created.path("token").asText());
        }
        return 0;
    }

    @Command(name = "list", description = "Lists your tokens; the secrets themselves are not kept.")
    int list(
            @Mixin ServerOptions server,
            @Option(names = "--everybody", description = "Those of all people; takes an admin.") boolean everybody) {
        List<JsonNode> tokens = server.api().items(everybody ? PATH + "?everybody=true" : PATH);
        if (server.json()) {
            ServerOptions.print(JsonNodeFactory.instance.arrayNode().addAll(tokens));
            return 0;
        }
        if (tokens.isEmpty()) {
            System.out.println("No token. Create one: ./perfloop token create NAME --role operator");
        }
        tokens.forEach(token -> System.out.println(line(token)));
        return 0;
    }

    @Command(name = "revoke", description = "Ends a token at once.")
    int revoke(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME", description = "The name of one of your tokens, or the id of any.")
                    String nameOrId) {
        Api api = server.api();
        String id = api.items(PATH).stream()
                .filter(token -> token.path("name").asText().equals(nameOrId) && !token.hasNonNull("revokedAt"))
                .map(token -> token.path("id").asText())
                .findFirst()
                .orElse(nameOrId);
        api.delete(PATH + "/" + TargetCommand.encoded(id));
        System.out.println("Token " + nameOrId + " revoked.");
        return 0;
    }

    static String line(JsonNode token) {
        var roles = StreamSupport.stream(token.path("roles").spliterator(), false)
                .map(role -> role.asText().toLowerCase(Locale.ROOT))
                .toList();
        String state = token.hasNonNull("revokedAt")
                ? "revoked by " + token.path("revokedBy").asText()
                : "until " + token.path("expiresAt").asText();
        return "%-20s %-10s %-28s %s, last used %s  %s"
                .formatted(
                        token.path("name").asText(),
                        token.path("owner").asText(),
                        String.join(",", roles),
                        state,
                        token.path("lastUsedAt").asText("never"),
                        token.path("id").asText());
    }
}
