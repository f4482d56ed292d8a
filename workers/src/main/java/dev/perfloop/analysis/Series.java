package dev.perfloop.analysis;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Sample;
import java.util.List;
import java.util.OptionalDouble;

/** The sampled series of a profile. */
public record Series(List<Sample> samples) {

    public OptionalDouble max(String metric) {
        return samples.stream()
                .filter(sample -> sample.metric().equals(metric))
                .mapToDouble(Sample::value)
                .max();
    }

    public OptionalDouble mean(String metric) {
        return samples.stream()
                .filter(sample -> sample.metric().equals(metric))
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .average();
    }

    /**
     * Share of the machine's CPU that was in use in the mean, 0 to 1: as the machine itself tells, else as the service does, which may
     * be too busy to answer just when it matters.
     */
    public OptionalDouble machineCpuShare() {
        var read = mean(Metrics.HOST_CPU_SHARE);
        return read.isPresent() ? read : mean(Metrics.SYSTEM_CPU_SHARE);
    }

    /** What a counter gained, 0 when it was not sampled; a service that restarted counts from its restart on. */
    public double increase(String metric) {
        var values = samples.stream()
                .filter(sample -> sample.metric().equals(metric))
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .toArray();
        double gained = 0;
        for (int i = 1; i < values.length; i++) {
            gained += values[i] >= values[i - 1] ? values[i] - values[i - 1] : values[i];
        }
        return gained;
    }
}
