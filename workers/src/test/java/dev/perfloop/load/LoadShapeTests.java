package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.run.Intensity;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LoadShapeTests {
    @Test
    void peakIsTwiceTheBaseline() {
        var durations = bound(Map.of()).durations(Intensity.QUICK);

        assertThat(LoadShape.of(LoadProfile.BASELINE, 40, 1_000, durations))
                .isEqualTo(new LoadShape(LoadProfile.BASELINE, 40, null, 10, 30, null));
        assertThat(LoadShape.of(LoadProfile.PEAK, 40, 1_000, durations).ratePerSecond())
                .isEqualTo(80);
    }

    @Test
    void stressClimbsFromTheBaselineInSteps() {
        assertThat(LoadShape.of(LoadProfile.STRESS, 40, 1_000, bound(Map.of()).durations(Intensity.STANDARD)))
                .isEqualTo(new LoadShape(LoadProfile.STRESS, 240, null, 15, 160, new LaunchSpec.Stress(40, 240, 20)));
    }

    @Test
    void targetsCeilingIsKeptAndSaid() {
        LoadShape shape = LoadShape.of(LoadProfile.PEAK, 40, 50, bound(Map.of()).durations(Intensity.QUICK));

        assertThat(shape.ratePerSecond()).isEqualTo(50);
        assertThat(shape.cappedFrom()).isEqualTo(80);

        LoadShape stress =
                LoadShape.of(LoadProfile.STRESS, 40, 50, bound(Map.of()).durations(Intensity.QUICK));
        assertThat(stress.stress()).isEqualTo(new LaunchSpec.Stress(40, 50, 10));
        assertThat(stress.cappedFrom()).isEqualTo(240);
    }

    @Test
    void singleDurationsCanBeSet() {
        var properties = bound(Map.of("perfloop.load.quick.steady", "5s", "perfloop.load.quick.warmup", "1s"));

        assertThat(properties.durations(Intensity.QUICK).steady()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.durations(Intensity.QUICK).soak()).isEqualTo(Duration.ofMinutes(1));
        assertThat(properties.durations(Intensity.STANDARD).steady()).isEqualTo(Duration.ofMinutes(2));
        assertThat(properties.durations(Intensity.THOROUGH).soak()).isEqualTo(Duration.ofHours(1));
    }

    private static LoadProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("perfloop.load", Bindable.of(LoadProperties.class));
    }
}
