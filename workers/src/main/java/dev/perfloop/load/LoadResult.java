package dev.perfloop.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load test came to in its steady part.
 *
 * @param requests by request name
 * @param generatorCpu mean share of the machine that the generator used, 0 to 1
 * @param offeredRate arrivals a second asked for
 * @param effectiveRate arrivals a second driven
 * @param lateP99Ms how late arrivals were started, 99th percentile
 * @param steps the steps of a stress test; null for other profiles
 * @param breakingRate arrivals a second at which a stress test found the target broken; null when it held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoadResult(
        Figures all,
        Map<String, Figures> requests,
        double generatorCpu,
        double offeredRate,
        double effectiveRate,
        double lateP99Ms,
        int steadySeconds,
        @Nullable List<StressStep> steps,
        @Nullable Double breakingRate) {

    /** One step of a stress test. */
    record StressStep(double rate, Figures figures) {}
}
