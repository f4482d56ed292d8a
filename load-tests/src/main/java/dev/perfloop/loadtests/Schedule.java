package dev.perfloop.loadtests;

import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

/**
 * When visits arrive: an open model, so arrivals never wait for responses. Warm-up and measured part are one injection
 * without a gap between them. A high rate is climbed to in the warm-up: a generator whose code is not compiled yet falls
 * behind at it, opens a connection for each arrival that waits and does not recover before the measured part.
 */
final class Schedule {
    /** Arrivals a second above which the warm-up climbs; a JVM just started keeps up with this. */
    static final double CLIMB_ABOVE = 500;
    /** Share of the warm-up that is climbed; the rest is driven at the full rate, as the measured part is. */
    private static final double CLIMB_SHARE = 2.0 / 3;

    /** A stretch that climbs evenly, or is constant; {@code fromSecond} counts from the first arrival. */
    record Level(int fromSecond, int seconds, double fromRate, double rate) {
        static Level constant(int fromSecond, int seconds, double rate) {
            return new Level(fromSecond, seconds, rate, rate);
        }

        OpenInjectionStep injection() {
            Duration during = Duration.ofSeconds(seconds);
            return fromRate == rate
                    ? CoreDsl.constantUsersPerSec(rate).during(during)
                    : CoreDsl.rampUsersPerSec(fromRate).to(rate).during(during);
        }
    }

    private final List<Level> levels;
    private final int[] offsetsMillis;
    private final int warmupSeconds;

    Schedule(LoadSpec spec) {
        warmupSeconds = spec.warmupSeconds();
        levels = levels(spec);
        offsetsMillis = offsetsOf(injection());
    }

    private static List<Level> levels(LoadSpec spec) {
        var levels = new ArrayList<Level>();
        LoadSpec.Stress stress = spec.stress();
        int warmup = spec.warmupSeconds();
        double first = stress == null ? spec.ratePerSecond() : stress.fromRate();
        int climb = first > CLIMB_ABOVE ? (int) (warmup * CLIMB_SHARE) : 0;
        if (climb > 0) {
            levels.add(new Level(0, climb, CLIMB_ABOVE, first));
        }
        if (stress == null) {
            levels.add(Level.constant(climb, warmup - climb + spec.durationSeconds(), first));
            return levels;
        }
        if (warmup > climb) {
            levels.add(Level.constant(climb, warmup - climb, first));
        }
        int steps = Math.max(1, spec.durationSeconds() / stress.stepSeconds());
        for (int i = 0; i < steps; i++) {
            double rate = steps == 1
                    ? stress.toRate()
                    : stress.fromRate() + (stress.toRate() - stress.fromRate()) * i / (steps - 1);
            int from = i * stress.stepSeconds();
            int seconds = i == steps - 1 ? spec.durationSeconds() - from : stress.stepSeconds();
            levels.add(Level.constant(warmup + from, seconds, rate));
        }
        return levels;
    }

    OpenInjectionStep[] injection() {
        return levels.stream().map(Level::injection).toArray(OpenInjectionStep[]::new);
    }

    /** Gatling's own plan, asked for rather than computed again: milliseconds from the start for each arrival. */
    private static int[] offsetsOf(OpenInjectionStep[] steps) {
        Iterator<FiniteDuration> chain = scala.collection.Iterator$.MODULE$.empty();
        for (int i = steps.length - 1; i >= 0; i--) {
            chain = steps[i].asScala().chain(chain);
        }
        var offsets = IntStream.builder();
        while (chain.hasNext()) {
            offsets.add((int) chain.next().toMillis());
        }
        return offsets.build().toArray();
    }

    /** Milliseconds after the first arrival at which the n-th (from 0) is meant to happen. */
    int offsetMillis(long arrival) {
        return offsetsMillis[(int) Math.min(arrival, offsetsMillis.length - 1)] - offsetsMillis[0];
    }

    /** Arrivals a second where most arrive, warm-up included. */
    double highestRate() {
        return levels.stream().mapToDouble(Level::rate).max().orElse(0);
    }

    int warmupSeconds() {
        return warmupSeconds;
    }

    int totalSeconds() {
        Level last = levels.getLast();
        return last.fromSecond() + last.seconds();
    }

    int measuredSeconds() {
        return totalSeconds() - warmupSeconds;
    }

    /** Mean arrivals a second that the measured part asks for. */
    double offeredRate() {
        long first = Math.round(warmupSeconds * 1000.0);
        long measured = Arrays.stream(offsetsMillis).filter(at -> at >= first).count();
        return (double) measured / measuredSeconds();
    }
}
