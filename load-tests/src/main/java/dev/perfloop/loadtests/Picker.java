package dev.perfloop.loadtests;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** Draws an index with given relative weights. */
final class Picker {
    private final double[] cumulative;

    private Picker(int size, IntToDoubleFunction weight) {
        cumulative = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight.applyAsDouble(i);
            cumulative[i] = sum;
        }
    }

    static Picker weighted(double... weights) {
        return new Picker(weights.length, i -> weights[i]);
    }

    /** Zipf's law: the k-th value (from 1) is drawn with weight 1 / k^exponent, as hot keys are in real traffic. */
    static Picker zipf(int size, double exponent) {
        return new Picker(size, i -> Math.pow(i + 1, -exponent));
    }

    int pick(RandomGenerator random) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return Math.min(at >= 0 ? at + 1 : -at - 1, cumulative.length - 1);
    }
}
