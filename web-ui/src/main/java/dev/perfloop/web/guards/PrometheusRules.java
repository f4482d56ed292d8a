package dev.perfloop.web.guards;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perfloop.web.guards.GuardsView.GuardView;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The guards as a file of alert rules for Prometheus. */
final class PrometheusRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEEDS = """
            # Regression guards of %s, from runs that Perfloop has verified. A ceiling holds for traffic up to the rate it
            # was measured at, so each alert is silent above it. Latencies were measured by the caller; the service's own
            # are a little lower.
            # The service must publish, in Spring Boot:
            #   management.metrics.distribution.percentiles-histogram.http.server.requests=true
            # or, where it is one instance without a histogram:
            #   management.metrics.distribution.percentiles.http.server.requests=0.95
            """;

    private PrometheusRules() {}

    /** @param lifted what became of former guards, in words; empty where nothing is to say */
    static String of(String target, List<GuardView> guards, String lifted, Queries queries) {
        ObjectNode file = JSON.createObjectNode();
        ObjectNode group = file.putArray("groups").addObject();
        group.put("name", "perfloop-" + target);
        ArrayNode rules = group.putArray("rules");
        List<String> unknown = new ArrayList<>();
        for (var guard : guards) {
            queries.broken(guard)
                    .ifPresentOrElse(
                            expression -> rule(rules.addObject(), target, guard, expression),
                            () -> unknown.add(guard.request()));
        }
        missing(rules.addObject(), target, queries);
        return NEEDS.formatted(target) + noLonger(lifted) + leftOut(unknown) + yaml(file);
    }

    private static void rule(ObjectNode rule, String target, GuardView guard, String expression) {
        boolean errors = guard.metric().equals(GuardWords.ERROR_RATE);
        rule.put("alert", errors ? "PerfloopErrorRateRegressed" : "PerfloopLatencyRegressed");
        rule.put("expr", expression);
        rule.put("for", "5m");
        rule.putObject("labels")
                .put("severity", "warning")
                .put("target", target)
                .put("request", guard.request().isEmpty() ? "all" : guard.request())
                .put("profile", guard.profile());
        rule.putObject("annotations")
                .put("summary", "Regressed: " + GuardWords.of(guard.metric(), guard.request(), guard.ceiling()))
                .put(
                        "description",
                        "Verified by run " + guard.runId() + " under " + guard.profile()
                                + (errors
                                        ? "; now {{ $value | humanizePercentage }}."
                                        : "; now {{ $value | humanizeDuration }}."));
    }

    private static void missing(ObjectNode rule, String target, Queries queries) {
        rule.put("alert", "PerfloopGuardsBlind");
        rule.put("expr", queries.missing());
        rule.put("for", "5m");
        rule.putObject("labels").put("severity", "warning").put("target", target);
        rule.putObject("annotations")
                .put("summary", "Nothing is known of " + target + ": its guards are not watched")
                .put("description", "Prometheus has no http_server_requests_seconds of this service.");
    }

    private static String noLonger(String lifted) {
        return lifted.isEmpty() ? "" : "# " + lifted.replaceAll("\\R", " ") + "\n";
    }

    private static String leftOut(List<String> unknown) {
        return unknown.isEmpty()
                ? ""
                : "# Left out, as the target's file no longer has these requests: "
                        + String.join(", ", unknown.stream().distinct().toList())
                                .replaceAll("\\R", " ")
                        + "\n";
    }

    private static String yaml(ObjectNode file) {
        DumperOptions plain = new DumperOptions();
        plain.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        plain.setSplitLines(false);
        return new Yaml(plain).dump(JSON.convertValue(file, Object.class));
    }
}
