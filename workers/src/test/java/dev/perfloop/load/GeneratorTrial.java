package dev.perfloop.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.LoadProperties.Limits;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.Generator;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.load.gatling.RecordedSecond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One load test as the room drives it, judged by the rules of the room. */
record GeneratorTrial(LaunchResult launch, Measurement measurement, List<String> against) {
    /** Those of the room, but for the length: what saturates a generator shows in a few seconds. */
    private static final Limits LIMITS = new Limits(0.05, 0.8, Duration.ofMillis(250), 0.05, 100, 3);

    private static final double FEW_ERRORS = 0.001;

    static GeneratorTrial drive(String baseUrl, String path, double rate, int warmup, int seconds)
            throws IOException, InterruptedException {
        var generator = new Generator(
                System.getProperty("perfloop.load.launcher-classpath", "load-tests/target/dist/*"), new ObjectMapper());
        var spec = new LaunchSpec(
                baseUrl,
                LoadProfile.BASELINE.name(),
                rate,
                warmup,
                seconds,
                null,
                List.of(new LaunchSpec.Request("page", 1, "GET", path, null, Map.of(), null)),
                Map.of(),
                null,
                0,
                1,
                10,
                new LaunchSpec.Abort(0.8, 10));
        Path dir = Files.createTempDirectory("perfloop-generator");
        var recorded = new ArrayList<RecordedSecond>();
        LaunchResult launch;
        try (Drive drive = generator.start(spec, dir)) {
            while (drive.isRunning()) {
                drive.next(Duration.ofSeconds(1));
                recorded.addAll(drive.seconds());
            }
            recorded.addAll(drive.seconds());
            launch = drive.result();
        }
        var shape = new LoadShape(LoadProfile.BASELINE, rate, null, warmup, seconds, null);
        Measurement measurement = Measurement.of(shape, recorded, launch, 10);
        var against = new ArrayList<>(Validity.reasonsAgainst(
                LoadProfile.BASELINE, Injected.byOne(launch), measurement.result(), LIMITS, false));
        if (measurement.result().all().errorRate() > FEW_ERRORS) {
            against.add("%.1f %% of the requests failed."
                    .formatted(measurement.result().all().errorRate() * 100));
        }
        return new GeneratorTrial(launch, measurement, against);
    }

    boolean isValid() {
        return against.isEmpty();
    }

    String inWords() {
        return "%6.0f/s: generator %2.0f %% of the CPUs, p99 %.1f ms, %s"
                .formatted(
                        launch.offeredRate(),
                        launch.generatorCpu() * 100,
                        measurement.result().all().p99Ms(),
                        isValid() ? "valid" : String.join(" ", against));
    }
}
