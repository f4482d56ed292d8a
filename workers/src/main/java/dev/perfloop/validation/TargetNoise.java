package dev.perfloop.validation;

import dev.perfloop.contract.CalibratedFor;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.validation.CalibrationRepository.Latest;
import dev.perfloop.validation.NoiseRepository.Observer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What is known of a target's noise before a run's own tests are looked at. Only what was observed under the same load, from as many
 * processors and against the same server counts: noise is a matter of these.
 */
@Service
class TargetNoise {
    private final Runs runs;
    private final NoiseRepository noise;
    private final CalibrationRepository calibrations;
    private final SurroundingsRepository surroundings;
    private final InstantSource clock;

    TargetNoise(
            Runs runs,
            NoiseRepository noise,
            CalibrationRepository calibrations,
            SurroundingsRepository surroundings,
            InstantSource clock) {
        this.runs = runs;
        this.noise = noise;
        this.calibrations = calibrations;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** @param words what the floor rests on, for whoever reads the verdict */
    record Known(NoiseFloor floor, String words) {}

    /** Keeps where a run's load came from and what it met. */
    LoadSurroundings lookAround(RunId id) {
        var seen = new LoadSurroundings(
                Runtime.getRuntime().availableProcessors(), surroundings.postgres(runs.targetOf(id)));
        surroundings.save(id, seen, clock.instant());
        return seen;
    }

    Known before(RunId id) {
        var run = runs.get(id);
        var target = runs.targetOf(id);
        var here = lookAround(id);
        List<RunId> alike = noise.observers(run.target(), id).stream()
                .filter(former -> former.surroundings() == null || here.mayBe(former.surroundings()))
                .filter(former -> isUnderTheSameLoad(former.run(), target))
                .map(Observer::run)
                .toList();
        return new Known(noise.floor(alike), words(target, calibrations.latest(run.target()), here, alike));
    }

    private String words(Target target, Optional<Latest> calibrated, LoadSurroundings here, List<RunId> alike) {
        boolean isUsed = calibrated.filter(it -> alike.contains(it.run())).isPresent();
        int others = alike.size() - (isUsed ? 1 : 0);
        String mend = "perfloop calibrate --target " + target.name();
        String byRuns = others == 0 ? "" : others == 1 ? "one other run" : others + " other runs";
        if (isUsed) {
            return "Noise between tests as the calibration of " + said(calibrated.get())
                    + (byRuns.isEmpty() ? "" : " and " + byRuns) + " showed it."
                    + (calibrated.get().surroundings().isOld(clock.instant())
                            ? " The calibration is stale, more than " + CalibratedFor.LASTS.toDays() + " days old: "
                                    + mend
                            : "");
        }
        String stale = calibrated
                .map(it -> " The calibration of " + said(it) + " is stale and left out: "
                        + String.join("; ", changed(it, target, here)) + ". Make a new one: " + mend)
                .orElse(" It was never calibrated here: " + mend);
        return byRuns.isEmpty()
                ? "Noise between tests is not known from former ones and held to be about 2 %, loosely, or what"
                        + " the profiling load and the measurement before differ by, if that is more." + stale
                : "Noise between tests as " + byRuns + " showed it." + stale;
    }

    private List<String> changed(Latest calibrated, Target target, LoadSurroundings here) {
        var changed = calibrated
                .surroundings()
                .changedSince(isUnderTheSameLoad(calibrated.run(), target), here.cpus(), here.postgres());
        return changed.isEmpty() ? List.of("many runs have been made since") : changed;
    }

    private static String said(Latest calibration) {
        return "%s (%d tests, %d of %d false alarms)"
                .formatted(
                        calibration.surroundings().at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        calibration.tests(),
                        calibration.falseAlarms(),
                        calibration.comparisons());
    }

    /** A former file that can no longer be read, for a secret that is gone, is another one. */
    private boolean isUnderTheSameLoad(RunId former, Target target) {
        try {
            var then = runs.targetOf(former);
            return then.baseUrl().equals(target.baseUrl()) && then.load().equals(target.load());
        } catch (TargetRefused unreadable) {
            return false;
        }
    }
}
