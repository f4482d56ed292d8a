package dev.perfloop.trend;

import dev.perfloop.trend.Weighted.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** The values of one hour of the week, or of the day, or all of them, on the scale of their metric. */
final class Season {
    /** An hour that was seen on so many days has a width of its own as much as that of all hours together. */
    private static final int STEADYING_DAYS = 4;

    /** The variance of a median of normal values is so many times that of one value, by their number: half pi. */
    private static final double OF_MEDIAN = Math.PI / 2;

    private final List<Value> values = new ArrayList<>();
    private final List<Value> fromOwnMiddle = new ArrayList<>();
    private final List<Value> fromCourse = new ArrayList<>();
    private final Set<LocalDate> days = new HashSet<>();
    private double mid = Double.NaN;

    void add(Value value, LocalDate day) {
        values.add(value);
        days.add(day);
    }

    /** @param course what is expected between this hour's middle and its neighbour's */
    void compare(Value value, double course) {
        fromOwnMiddle.add(new Value(value.value() - mid(), value.weight()));
        fromCourse.add(new Value(value.value() - course, value.weight()));
    }

    /** Some hours lead from one to the next, others begin with a jump, as when shops open: whichever fits better. */
    boolean isOnCourse() {
        return Weighted.sigma(fromCourse, 0) < Weighted.sigma(fromOwnMiddle, 0);
    }

    int size() {
        return values.size();
    }

    int days() {
        return days.size();
    }

    List<Value> residuals() {
        return isOnCourse() ? fromCourse : fromOwnMiddle;
    }

    double mid() {
        if (Double.isNaN(mid)) {
            mid = Weighted.median(values);
        }
        return mid;
    }

    /**
     * The standard deviation of one side, with that of all hours together: few days tell the middle of an hour well, but hardly how far
     * from it a day may be. It is what to expect of another day: the days' own spread, and that their median is only known as well as
     * so few tell it.
     */
    double width(DoublePredicate side, double ofAll, double least) {
        double own = width(residuals(), side);
        double seen = days.size();
        double variance = (seen * own * own + STEADYING_DAYS * ofAll * ofAll) / (seen + STEADYING_DAYS);
        return Math.max(
                Math.max(least, step() / 2), Math.max(Double.MIN_NORMAL, Math.sqrt(variance * (1 + OF_MEDIAN / seen))));
    }

    static double width(List<Value> residuals, DoublePredicate side) {
        var wanted = residuals.stream().filter(it -> side.test(it.value())).toList();
        return wanted.isEmpty() ? 0 : Weighted.sigma(wanted, 0);
    }

    /**
     * How far a value usually is from the one before it, where they differ. It tells counts from measures: of a pool that has three
     * connections in use nearly always, four are one step and nothing unusual.
     */
    private double step() {
        double[] steps = IntStream.range(1, values.size())
                .mapToDouble(
                        i -> Math.abs(values.get(i).value() - values.get(i - 1).value()))
                .filter(it -> it > 0)
                .toArray();
        return steps.length == 0 ? 0 : Robust.median(steps);
    }
}
