package dev.perfloop.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server is, and who asks. */
final class ServerAddress {
    @Option(names = "--server", description = "The API to use; default: the stack of this folder.")
    private @Nullable URI server;

    @Option(
            names = "--user",
            description = "name:password; default: $PERFLOOP_USER, else the local approver.",
            defaultValue = "${env:PERFLOOP_USER:-approver:approver}")
    private String user = "approver:approver";

    Api api() {
        int colon = user.indexOf(':');
        if (colon < 1) {
            throw new CliFailure("'" + user + "' names no user.", "Write --user name:password.");
        }
        return new Api(
                server == null ? RunningStack.uri() : server, user.substring(0, colon), user.substring(colon + 1));
    }
}
