package dev.perfloop.web.outlook;

import dev.perfloop.web.outlook.OutlookView.LimitView;
import dev.perfloop.web.outlook.OutlookView.ObjectiveView;
import dev.perfloop.web.outlook.OutlookView.StageView;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Intensity;
import dev.perfloop.web.targets.TargetFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OutlookController {
    private final OutlookRepository rows;
    private final TargetFacts facts;

    OutlookController(OutlookRepository rows, TargetFacts facts) {
        this.rows = rows;
        this.facts = facts;
    }

    @GetMapping("/api/targets/{name}/outlook")
    OutlookView outlook(@PathVariable String name, @RequestParam(defaultValue = "QUICK") Intensity intensity) {
        var target = facts.of(rows.definition(name)
                .orElseThrow(() -> Refused.notFound(
                        "There is no target \"" + name + "\".", "GET /api/targets lists what there is.")));
        var earlier = rows.earlier(name, intensity);
        return new OutlookView(
                name,
                intensity,
                earlier.runs(),
                Stream.of(Stage.values())
                        .map(stage -> new StageView(stage, seconds(stage, intensity, earlier.seconds())))
                        .toList(),
                target.objectives().stream()
                        .map(objective -> new ObjectiveView(
                                objective.request(), objective.metric().name(), objective.limit()))
                        .toList(),
                rows.activeRun(name).orElse(null),
                target.fourEyes(),
                target.allowed(),
                limits(target.guards()));
    }

    /** What earlier runs took, else what the load alone takes. */
    private static @Nullable Double seconds(Stage stage, Intensity intensity, Map<Stage, Double> earlier) {
        Double took = earlier.get(stage);
        if (took != null || stage == Stage.APPROVE) {
            return took;
        }
        Integer load = stage.loadSeconds(intensity);
        return load == null ? null : Double.valueOf(load);
    }

    private static List<LimitView> limits(Map<String, String> guards) {
        return guards.entrySet().stream()
                .map(guard -> new LimitView(guard.getKey(), guard.getValue()))
                .toList();
    }
}
