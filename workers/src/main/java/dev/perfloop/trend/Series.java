package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What one metric was, in order of time. Where no value is there is a gap; nothing is ever put in its place. */
public final class Series {
    private final List<Point> points;

    private Series(List<Point> points) {
        this.points = points;
    }

    /** In any order. Of two values of one moment the one given later counts; what is no number is left out, as a gap. */
    public static Series of(Collection<Point> points) {
        List<Point> ordered = new ArrayList<>(points.size());
        points.stream()
                .filter(it -> Double.isFinite(it.value()))
                .sorted(Comparator.comparing(Point::at))
                .forEach(it -> {
                    if (!ordered.isEmpty() && ordered.getLast().at().equals(it.at())) {
                        ordered.removeLast();
                    }
                    ordered.add(it);
                });
        return new Series(List.copyOf(ordered));
    }

    /** Values at equal distances. */
    public static Series of(Instant from, Duration every, double... values) {
        List<Point> points = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(from.plus(every.multipliedBy(i)), values[i]));
        }
        return of(points);
    }

    public int size() {
        return points.size();
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    public List<Point> points() {
        return points;
    }

    public Instant at(int index) {
        return points.get(index).at();
    }

    public double value(int index) {
        return points.get(index).value();
    }

    public double[] values() {
        return points.stream().mapToDouble(Point::value).toArray();
    }

    /** From the first value to the last. */
    public Duration span() {
        return isEmpty()
                ? Duration.ZERO
                : Duration.between(points.getFirst().at(), points.getLast().at());
    }

    /** What is not before {@code from} and before {@code to}. */
    public Series between(Instant from, Instant to) {
        return only(it -> !it.at().isBefore(from) && it.at().isBefore(to));
    }

    public Series only(Predicate<Point> wanted) {
        return new Series(points.stream().filter(wanted).toList());
    }

    /** The same moments with other values; a moment whose value becomes no number is a gap from then on. */
    public Series map(ToDoubleFunction<Point> value) {
        return new Series(points.stream()
                .map(it -> new Point(it.at(), value.applyAsDouble(it)))
                .filter(it -> Double.isFinite(it.value()))
                .toList());
    }

    /**
     * The median of each stretch of that length, counted from the epoch and stamped with its beginning; a single outlier moves none of
     * them. A stretch that holds less than half of the values that stretches usually hold is a gap: what is left of it may be just its
     * worst minute.
     */
    public Series medians(Duration stretch) {
        var stretches = points.stream()
                .collect(Collectors.groupingBy(it -> beginning(it.at(), stretch), TreeMap::new, Collectors.toList()));
        double usual = Robust.median(
                stretches.values().stream().mapToDouble(List::size).toArray());
        List<Point> medians = new ArrayList<>();
        stretches.forEach((beginning, its) -> {
            if (its.size() >= usual / 2) {
                medians.add(new Point(
                        beginning,
                        Robust.median(its.stream().mapToDouble(Point::value).toArray())));
            }
        });
        return new Series(List.copyOf(medians));
    }

    /** The same values, stamped that much later. */
    Series later(Duration by) {
        return new Series(points.stream()
                .map(it -> new Point(it.at().plus(by), it.value()))
                .toList());
    }

    private static Instant beginning(Instant at, Duration stretch) {
        long length = stretch.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), length) * length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && points.equals(that.points);
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    @Override
    public String toString() {
        return isEmpty() ? "no values" : size() + " values " + Arrays.asList(points.getFirst(), points.getLast());
    }
}
