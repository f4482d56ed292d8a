package dev.perfloop.profiling;

import dev.perfloop.run.RunId;
import java.util.List;
import org.springframework.stereotype.Service;

/** What was captured of each run, for those who judge it. */
@Service
public class Profiles {
    private final ProfileRepository profiles;

    Profiles(ProfileRepository profiles) {
        this.profiles = profiles;
    }

    public Profile of(RunId run) {
        return profiles.profile(run).orElseThrow(() -> new IllegalStateException("Run " + run + " has no profile"));
    }

    public List<StatementPlan> plansOf(RunId run) {
        return profiles.plans(run);
    }

    public List<Sample> samplesOf(RunId run) {
        return profiles.samples(run);
    }
}
