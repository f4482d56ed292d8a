package dev.perfloop.load.checks;

import java.util.List;

/**
 * Whether the hypervisor gave this machine's processors to others. What is measured then is the neighbour, not the change.
 * Of the generator's machine; of service and database too where they run on it. Pure.
 */
final class StolenTime {
    private static final String SUBJECT = "Stolen CPU of this machine";

    private StolenTime() {}

    /**
     * @param steady readings around the steady part, in order of time
     * @param most share that others may have had; what computes without a pause takes longer by as much
     */
    static Check check(List<Reading> steady, double most) {
        List<ProcessorTime> seen = steady.stream()
                .flatMap(reading -> reading.processors().seen().stream())
                .toList();
        if (seen.size() < 2) {
            return Check.notLookedAt(SUBJECT, "%s", Reading.whyBlind(steady, Reading::processors));
        }
        double share = seen.getFirst().stolenShareUntil(seen.getLast());
        return share > most
                ? Check.spoiled(
                        SUBJECT,
                        "The hypervisor gave %.0f %% of this machine's CPU time to others: measure on a machine that is not"
                                + " overcommitted, or when its neighbours rest.",
                        share * 100)
                : Check.fine(SUBJECT, "%.1f %% of the CPU time went to others.", share * 100);
    }
}
