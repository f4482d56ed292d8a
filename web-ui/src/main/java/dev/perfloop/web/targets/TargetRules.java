package dev.perfloop.web.targets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.web.problems.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a schema cannot say: names that must agree, placeholders that must be fed, secrets that must stay outside. */
final class TargetRules {
    /** {@code {name}} is fed; {@code ${NAME}} is a reference to the environment and none of ours. */
    private static final Pattern FED = Pattern.compile("(?<!\\$)\\{([A-Za-z_][A-Za-z0-9_-]*)}");
    /** A default after the colon would be the secret in clear. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:file:[^}]+|\\w+:?)}");

    private static final Pattern PASSWORD_IN_URL =
            Pattern.compile("(?i)[?&]password=(?!\\$\\{)|//[^/@]*:(?!\\$\\{)[^/@]*@");

    private static final Pattern ORIGIN = Pattern.compile("(?<origin>(?i:https?)://(?<host>[^/?#]*))");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final TargetDocument document;
    private final List<FieldProblem> problems = new ArrayList<>();

    private TargetRules(TargetDocument document) {
        this.document = document;
    }

    static Stream<FieldProblem> problemsOf(String name, TargetDocument document) {
        TargetRules rules = new TargetRules(document);
        rules.nameAgrees(name);
        rules.secretsStayOutside();
        rules.requestNamesDiffer();
        rules.placeholdersAreFed();
        rules.loadStaysOnListedHosts();
        rules.problems.addAll(HookRules.problemsOf(document));
        return rules.problems.stream();
    }

    private void nameAgrees(String name) {
        String written = document.text("/name");
        if (written != null && !written.equals(name)) {
            refuse(FieldPath.of("name"), "the file describes \"" + written + "\" but is applied as \"" + name + "\"");
        }
    }

    private void secretsStayOutside() {
        String password = document.text("/database/password");
        if (password != null && !REFERENCE.matcher(password).matches()) {
            refuse(
                    FieldPath.of("database", "password"),
                    "a password is never stored: write a reference such as ${SHOP_DB_PASSWORD} or ${file:/path}");
        }
        String url = document.text("/database/url");
        if (url != null && PASSWORD_IN_URL.matcher(url).find()) {
            refuse(FieldPath.of("database", "url"), "the URL carries a password: move it to database.password");
        }
    }

    private void requestNamesDiffer() {
        Set<String> seen = new HashSet<>();
        JsonNode requests = document.values().at("/load/requests");
        for (int i = 0; i < requests.size(); i++) {
            JsonNode name = requests.path(i).path("name");
            if (name.isTextual() && !seen.add(name.textValue())) {
                refuse(
                        FieldPath.of("load", "requests", i, "name"),
                        "another request is named \"" + name.textValue() + "\" already");
            }
        }
    }

    private void placeholdersAreFed() {
        JsonNode load = document.values().path("load");
        Set<String> fed = new HashSet<>();
        load.path("feeders").fieldNames().forEachRemaining(fed::add);
        everyPlaceholderIn(load.path("requests"), FieldPath.of("load", "requests"), fed);
        everyPlaceholderIn(load.path("login"), FieldPath.of("load", "login"), fed);
        for (String feeder : fed) {
            everyPlaceholderIn(
                    load.path("feeders").path(feeder).path("template"),
                    FieldPath.of("load", "feeders", feeder, "template"),
                    fed);
        }
    }

    private void loadStaysOnListedHosts() {
        JsonNode load = document.values().path("load");
        Set<String> hosts = new HashSet<>();
        load.path("hosts").forEach(host -> hosts.add(host.asText()));
        goesToListed(load.path("login"), FieldPath.of("load", "login"), hosts);
        JsonNode requests = load.path("requests");
        for (int i = 0; i < requests.size(); i++) {
            goesToListed(requests.path(i), FieldPath.of("load", "requests", i), hosts);
        }
    }

    private void goesToListed(JsonNode request, FieldPath path, Set<String> hosts) {
        for (String method : METHODS) {
            Matcher address = ORIGIN.matcher(request.path(method).asText());
            if (address.lookingAt() && !LoadHosts.allow(address.group("origin"), document.text("/baseUrl"), hosts)) {
                refuse(
                        path.with(method),
                        "load goes to baseUrl and the hosts in load.hosts only: add \"" + address.group("host")
                                + "\" there if you may put load on it");
            }
        }
    }

    private void everyPlaceholderIn(JsonNode node, FieldPath path, Set<String> fed) {
        if (node.isTextual()) {
            FED.matcher(node.textValue())
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !fed.contains(name))
                    .distinct()
                    .forEach(name -> refuse(path, "{" + name + "} has no feeder: add load.feeders." + name));
        }
        node.properties().forEach(field -> everyPlaceholderIn(field.getValue(), path.with(field.getKey()), fed));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            everyPlaceholderIn(node.path(i), path.with(i), fed);
        }
    }

    private void refuse(FieldPath path, String message) {
        problems.add(new FieldProblem(document.line(path), path.toString(), message));
    }
}
