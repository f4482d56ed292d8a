package dev.perfloop.web.gates;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.guards.LiftedGuards;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Asked;
import dev.perfloop.web.starts.Intensity;
import dev.perfloop.web.starts.Start;
import dev.perfloop.web.starts.Starts;
import java.util.List;
import org.springframework.stereotype.Service;

/** Asks whether a target still holds what was verified. */
@Service
class Gates {
    private final GateRepository rows;
    private final LiftedGuards lifted;
    private final Starts starts;

    Gates(GateRepository rows, LiftedGuards lifted, Starts starts) {
        this.rows = rows;
        this.lifted = lifted;
        this.starts = starts;
    }

    Asked ask(String target, Intensity intensity, boolean allProfiles, String by) {
        starts.requireTarget(target);
        List<String> profiles = profiles(intensity, allProfiles);
        if (!rows.hasGuards(target, profiles)) {
            throw Refused.conflict(
                    "Target \"" + target + "\" has no guards for " + String.join(", ", profiles)
                            + ", so there is nothing that a gate could hold it to."
                            + lifted.words(target).map(it -> " " + it).orElse(""),
                    "Guards are set when a run keeps a proven improvement: perfloop run start --target " + target
                            + " --follow");
        }
        String id = starts.nextId();
        var variables = new GateVariables(target, id, intensity, profiles.size() == 1 ? "PROFILE" : "AFTER");
        return starts.ask(
                new Start(Messages.GATE_REQUESTED, target, id, intensity, variables),
                by,
                () -> rows.copyGuards(id, target, profiles));
    }

    /** What a run of this intensity drives at a constant rate; a soak joins from STANDARD on. */
    private static List<String> profiles(Intensity intensity, boolean all) {
        if (!all) {
            return List.of("BASELINE");
        }
        return intensity == Intensity.QUICK ? List.of("BASELINE", "PEAK") : List.of("BASELINE", "PEAK", "SOAK");
    }

    /** @param phase for load-validation: PROFILE drives the baseline only, AFTER all profiles */
    record GateVariables(String target, String runId, Intensity intensity, String phase) {}
}
