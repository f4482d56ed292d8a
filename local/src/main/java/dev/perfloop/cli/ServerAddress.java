package dev.perfloop.cli;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server is, and who asks. */
final class ServerAddress {
    private static final String LOCAL_APPROVER = "approver:approver";

    @Option(names = "--server", description = "The API to use; default: the stack of this folder.")
    private @Nullable URI server;

    @Option(
            names = "--user",
            paramLabel = "NAME:PASSWORD",
            description = "Who asks; default: $PERFLOOP_USER, else the local approver.")
    private @Nullable String user;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "An API token instead; default: $PERFLOOP_TOKEN, which other users of the machine do not see.")
    private @Nullable String token;

    Api api() {
        return api(System.getenv());
    }

    /** What is written on the command line wins over the environment, and a token over a user. */
    Api api(Map<String, String> environment) {
        URI base = server == null ? RunningStack.uri() : server;
        String asToken = token != null || user != null ? token : environment.get("PERFLOOP_TOKEN");
        if (asToken != null && !asToken.isBlank()) {
            return Api.withToken(base, asToken.strip());
        }
        String asUser = user != null ? user : environment.getOrDefault("PERFLOOP_USER", LOCAL_APPROVER);
        int colon = asUser.indexOf(':');
        if (colon < 1) {
            throw new CliFailure("The user is not written as name:password.", "Write --user name:password.");
        }
        return Api.as(base, asUser.substring(0, colon), asUser.substring(colon + 1));
    }
}
