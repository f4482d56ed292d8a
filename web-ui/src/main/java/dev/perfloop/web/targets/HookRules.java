package dev.perfloop.web.targets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.web.problems.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a schema cannot say of hooks: where they may go, and that their tokens stay outside of the file. */
final class HookRules {
    private static final Pattern ORIGIN = Pattern.compile("(?<origin>(?i:https?)://(?<host>[^/?#]*))");
    private static final Pattern SECRET_HEADER =
            Pattern.compile("(?i)(proxy-)?authorization|cookie|.*(token|secret|password|api-?key).*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:file:[^}]+|\\w+:?)}");
    private static final List<String> ADDRESSES = List.of("post", "put", "patch", "read");

    private final TargetDocument document;
    private final JsonNode hooks;
    private final List<FieldProblem> problems = new ArrayList<>();

    private HookRules(TargetDocument document) {
        this.document = document;
        this.hooks = document.values().path("hooks");
    }

    static List<FieldProblem> problemsOf(TargetDocument document) {
        var rules = new HookRules(document);
        rules.tokensStayOutside();
        rules.callsStayOnListedHosts();
        rules.whatRestartsCan();
        return rules.problems;
    }

    private void tokensStayOutside() {
        hooks.path("headers").properties().forEach(header -> {
            if (SECRET_HEADER.matcher(header.getKey()).matches()
                    && !REFERENCE.matcher(header.getValue().asText()).find()) {
                refuse(
                        FieldPath.of("hooks", "headers", header.getKey()),
                        "a token is never stored: write a reference such as Bearer ${SHOP_ADMIN_TOKEN}");
            }
        });
    }

    private void callsStayOnListedHosts() {
        Set<String> hosts = new HashSet<>();
        hooks.path("hosts").forEach(host -> hosts.add(host.asText()));
        for (String hook : List.of("setProperty", "scale", "restart")) {
            for (String field : ADDRESSES) {
                Matcher address = ORIGIN.matcher(hooks.path(hook).path(field).asText());
                if (address.lookingAt()
                        && !LoadHosts.allow(address.group("origin"), document.text("/baseUrl"), hosts)) {
                    refuse(
                            FieldPath.of("hooks", hook, field),
                            "hooks call baseUrl and the hosts in hooks.hosts only: add \"" + address.group("host")
                                    + "\" there if Perfloop may call it");
                }
            }
        }
    }

    private void whatRestartsCan() {
        for (String hook : List.of("setProperty", "scale")) {
            if (hooks.path(hook).path("restart").asBoolean(false) && !hooks.has("restart")) {
                refuse(FieldPath.of("hooks", hook, "restart"), "it takes a restart: say how in hooks.restart");
            }
        }
    }

    private void refuse(FieldPath path, String message) {
        problems.add(new FieldProblem(document.line(path), path.toString(), message));
    }
}
