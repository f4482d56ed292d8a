package dev.perfloop.load;

import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load goes to the hosts that the target's file lists and nowhere else. */
final class Hosts {
    /** Scheme, host and port stand there literally: nothing that is fed, and no user, decides where load goes. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<origin>https?://[A-Za-z0-9.\\-\\[\\]:]+)(?:[/?].*)?", Pattern.CASE_INSENSITIVE);

    private Hosts() {}

    static void demandListed(Target target, LoadRequest request) {
        if (request.path().startsWith("/")) {
            return;
        }
        Matcher address = ADDRESS.matcher(request.path());
        if (!address.matches()) {
            throw new TargetRefused(
                    "The request " + request.name() + " goes to '" + request.path() + "'.",
                    "Write a path of the target's base URL, starting with /, or a whole address whose host is listed in"
                            + " load.hosts.");
        }
        URI origin = URI.create(address.group("origin"));
        if (!target.allows(origin)) {
            throw new TargetRefused(
                    "The request " + request.name() + " goes to the host " + origin.getAuthority()
                            + ", which the target's file does not list: load goes nowhere else.",
                    "If you may put load on it, add it to load.hosts in the target's file; else write a path of baseUrl.");
        }
    }

    static boolean isWhole(String path) {
        return !path.startsWith("/");
    }
}
