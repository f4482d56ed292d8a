package dev.perfloop.load;

import dev.perfloop.load.checks.Check;
import dev.perfloop.load.gatling.LaunchResult;

/** What is said of a test that was ended early to spare a service that failed under it. Pure. */
final class BrokenOff {
    private BrokenOff() {}

    /** @param brokeBefore whether an earlier try of the same test broke off as well */
    static Check check(LaunchResult launch, LoadResult result, boolean brokeBefore) {
        return Check.noted(
                "Broke off",
                brokeBefore
                        ? "%s It broke off before as well, so this is how the service is under this load: of its last %d s"
                                + " %.0f %% of %d requests failed, and that is judged."
                        : "%s In its last %d s %.0f %% of %d requests failed. What breaks off once may be chance and is tried"
                                + " again.",
                Validity.brokeOff(launch),
                result.steadySeconds(),
                result.all().errorRate() * 100,
                result.all().count());
    }
}
