package dev.perfloop.web.guards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perfloop.web.guards.GuardsView.GuardView;
import dev.perfloop.web.problems.Refused;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guards as files for the tools that watch a service in production. */
@RestController
@RequestMapping("/api/targets/{target}/guards")
class GuardFileController {
    private static final Pattern MATCHER = Pattern.compile("[a-zA-Z_]\\w*(=|!=|=~|!~)\"[^\"\\\\\\n]*\"");
    private static final Pattern MATCHERS = Pattern.compile(MATCHER + "(," + MATCHER + ")*|");

    private final GuardRepository guards;
    private final LiftedGuards lifted;

    GuardFileController(GuardRepository guards, LiftedGuards lifted) {
        this.guards = guards;
        this.lifted = lifted;
    }

    /** @param selector label matchers of the service in Prometheus, as {@code job="shop"} */
    @GetMapping("/prometheus")
    ResponseEntity<String> prometheus(@PathVariable String target, @RequestParam(defaultValue = "") String selector) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml"))
                .header(HttpHeaders.CONTENT_DISPOSITION, named(target, "rules.yml"))
                .body(PrometheusRules.of(target, standing(target), lifted(target), queries(target, selector)));
    }

    @GetMapping("/grafana")
    ResponseEntity<ObjectNode> grafana(@PathVariable String target, @RequestParam(defaultValue = "") String selector) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named(target, "dashboard.json"))
                .body(GrafanaDashboard.of(target, standing(target), lifted(target), queries(target, selector)));
    }

    private List<GuardView> standing(String target) {
        guards.requireTarget(target);
        var standing = guards.guards(target);
        if (standing.isEmpty()) {
            throw Refused.conflict(
                    "Target \"" + target + "\" has no guards."
                            + lifted.words(target).map(it -> " " + it).orElse(""),
                    "Guards are set when a run keeps a proven improvement: perfloop run start --target " + target
                            + " --follow");
        }
        return standing;
    }

    /** Empty where nothing was. */
    private String lifted(String target) {
        return lifted.words(target).orElse("");
    }

    private Queries queries(String target, String selector) {
        if (!MATCHERS.matcher(selector).matches()) {
            throw Refused.malformed(
                    "The selector " + selector + " is no list of label matchers.", "Write it like job=\"shop\".");
        }
        return new Queries(Routes.of(guards.definition(target)), selector);
    }

    private static String named(String target, String file) {
        return "attachment; filename=\"perfloop-" + target.replaceAll("[^\\w.-]", "_") + "-" + file + "\"";
    }
}
