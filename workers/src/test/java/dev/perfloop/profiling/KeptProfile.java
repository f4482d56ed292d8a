package dev.perfloop.profiling;

import dev.perfloop.run.RunId;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Puts a profile where the rooms that judge it look for it. */
public final class KeptProfile {
    private KeptProfile() {}

    public static void of(
            RunId run, ProfiledDatabase.Profiled profiled, List<Sample> samples, ApplicationContext rooms) {
        var profiles = rooms.getBean(ProfileRepository.class);
        profiles.save(run, profiled.profile());
        profiles.save(run, samples);
        profiled.plans().forEach(plan -> profiles.save(run, plan));
    }
}
