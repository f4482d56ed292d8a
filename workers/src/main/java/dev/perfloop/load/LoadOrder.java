package dev.perfloop.load;

import dev.perfloop.run.RunId;
import java.util.Locale;

/**
 * What one job asks for.
 *
 * @param attempt which try of this profile in this phase and round, from 1
 * @param jobKey the same for every delivery of the job
 * @param injector which of the injectors that drive the load together the job is, from 1
 */
record LoadOrder(
        RunId run,
        LoadPhase phase,
        LoadProfile profile,
        int round,
        int attempt,
        long jobKey,
        int injector,
        int injectors) {

    /** A load that one injector drives. */
    LoadOrder(RunId run, LoadPhase phase, LoadProfile profile, int round, int attempt, long jobKey) {
        this(run, phase, profile, round, attempt, jobKey, 1, 1);
    }

    boolean isShared() {
        return injectors > 1;
    }

    /** The injector that opens the load test, looks around it and judges it. */
    boolean leads() {
        return injector == 1;
    }

    String injectorInWords() {
        return "Injector %d of %d".formatted(injector, injectors);
    }

    /** Without regard to deliveries; a second delivery gets a number behind it. */
    String name() {
        return "%s-%s-%s-%d-%d"
                .formatted(run.value(), phase, profile, round, attempt)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether our changes are on the target by now, or were. */
    boolean isAfterChanges() {
        return switch (phase) {
            case PROFILE, CALIBRATION -> false;
            case BEFORE -> round > 1;
            case AFTER, WITHOUT, ROLLED_BACK -> true;
        };
    }

    /** A service that breaks cannot be calibrated on: there is no noise between alike tests to be learned from it. */
    boolean mayBreakOff() {
        return phase != LoadPhase.CALIBRATION;
    }

    /** Before and after draw the same requests, so that they differ in the target only. */
    long seed() {
        return (run.value() + profile).hashCode();
    }
}
