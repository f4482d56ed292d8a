package dev.perfloop.validation;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The steady seconds of one load test, in order.
 *
 * @param brokeOff whether it was ended early because the service failed under it
 */
record Block(List<Second> seconds, boolean brokeOff) {

    Block(List<Second> seconds) {
        this(seconds, false);
    }

    /**
     * A moving-block resample: neighbouring seconds stay together, as a slow second is often followed by another. Block
     * length n^(1/3) after Hall, Horowitz and Jing, "On blocking rules for the bootstrap with dependent data",
     * Biometrika 82 (1995), and no shorter than {@value #SHORTEST} s, as a pause lasts for seconds.
     */
    void resample(RandomGenerator random, Consumer<Second> taker) {
        int n = seconds.size();
        int length = Math.min(n, Math.max(SHORTEST, (int) Math.round(Math.cbrt(n))));
        for (int filled = 0; filled < n; ) {
            int start = random.nextInt(n - length + 1);
            for (int i = 0; i < length && filled < n; i++, filled++) {
                taker.accept(seconds.get(start + i));
            }
        }
    }

    private static final int SHORTEST = 5;
}
