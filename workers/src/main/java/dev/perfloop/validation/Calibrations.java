package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.validation.NoiseFloor.Key;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;

/** Makes of the alike load tests of a run what verdicts on its target will rest on. */
@Service
class Calibrations {
    private static final String PHASE = "CALIBRATION";

    private final Runs runs;
    private final MeasurementRepository measurements;
    private final CalibrationRepository calibrations;
    private final NoiseRepository noise;
    private final TargetNoise known;
    private final ValidationProperties properties;
    private final InstantSource clock;

    Calibrations(
            Runs runs,
            MeasurementRepository measurements,
            CalibrationRepository calibrations,
            NoiseRepository noise,
            TargetNoise known,
            ValidationProperties properties,
            InstantSource clock) {
        this.runs = runs;
        this.measurements = measurements;
        this.calibrations = calibrations;
        this.noise = noise;
        this.known = known;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param noiseKnown false when there were too few valid tests; then nothing is kept but why */
    record Calibrated(boolean noiseKnown, String words) {}

    /** All it writes it writes anew when it is done again, so that one transaction need not hold back word of its progress. */
    public Calibrated calibrate(RunId id, int leftOut, IntConsumer percentDone) {
        var run = runs.get(id);
        known.lookAround(id);
        var tests = complete(measurements.rounds(id, PHASE));
        if (tests.size() < Calibration.FEWEST_TESTS) {
            String words = "Too few valid tests to compare: %d of %d needed, %d left out. %s"
                    .formatted(
                            tests.size(), Calibration.FEWEST_TESTS, leftOut, measurements.lastInvalidReason(id, PHASE));
            calibrations.saveTooFew(id, tests.size(), leftOut, words.strip());
            return new Calibrated(false, words.strip());
        }
        var bootstrap = new Bootstrap(new SplittableRandom(id.value().hashCode()));
        var calibration = Calibration.of(tests, bootstrap, properties.limits(run.intensity()), percentDone);
        var result = new CalibrationResult(
                calibration, tests.size(), leftOut, resolutions(Calibration.together(tests), calibration, bootstrap));
        noise.save(id, run.target(), calibration.floor().known(), clock.instant());
        calibrations.save(id, result, clock.instant());
        return new Calibrated(true, result.said());
    }

    /** A test whose peak stayed invalid has a baseline that nothing can be compared with as a whole. */
    private static List<Profiles> complete(List<Profiles> tests) {
        return tests.stream()
                .filter(test -> test.profiles().containsAll(List.of(Profiles.BASELINE, Profiles.PEAK)))
                .toList();
    }

    private static Map<Key, Resolution> resolutions(Profiles tests, Calibration calibration, Bootstrap bootstrap) {
        Map<Key, Resolution> resolutions = new LinkedHashMap<>();
        calibration.floor().known().forEach((key, seen) -> {
            int alike = key.request().equals(Profiles.ALL)
                    ? 1
                    : tests.requestsOnEitherSide(tests, key.profile()).size();
            resolutions.put(
                    key,
                    Resolution.of(
                            key.metric(),
                            bootstrap.sample(tests.arm(key.profile(), key.request())),
                            seen,
                            calibration.floor().of(key.profile(), key.request(), key.metric()),
                            MetricJudge.sure(alike)));
        });
        return resolutions;
    }
}
