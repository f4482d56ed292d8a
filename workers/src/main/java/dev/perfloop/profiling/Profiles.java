package dev.perfloop.profiling;

import dev.perfloop.run.RunId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What was captured of each run, for those who judge it. */
@Service
public class Profiles {
    private final ProfileRepository profiles;
    private final PartRepository parts;

    Profiles(ProfileRepository profiles, PartRepository parts) {
        this.profiles = profiles;
        this.parts = parts;
    }

    /** Keeps a part of the profile, in place of an earlier one of its class. */
    public void save(RunId run, ProfilePart part) {
        parts.save(run, part);
    }

    /** Adds to the sampled series. */
    public void save(RunId run, List<Sample> samples) {
        profiles.save(run, samples);
    }

    /** Empty when it was not captured. */
    public <T extends ProfilePart> Optional<T> partOf(RunId run, Class<T> part) {
        return parts.find(run, part);
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
