package dev.perfloop.load;

import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchResult.ErrorSample;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.load.gatling.Progress;
import dev.perfloop.load.gatling.RecordedSecond;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** Splits a load over injectors and puts together what they measured. Pure. */
final class Shares {
    /** Keeps the seeds of the injectors of one load apart from those of the next. */
    private static final long SEED_STEP = 0x9E37_79B9L;

    private record Cell(Instant second, String request) {}

    private Shares() {}

    /**
     * The same mix at an equal share of the rate, with a seed of its own: the rates of all shares add up to the whole.
     *
     * @param injector from 1
     * @param startAt epoch milliseconds on this machine's clock
     */
    static LaunchSpec of(LaunchSpec whole, int injector, int injectors, long startAt) {
        return whole.share(injectors, whole.seed() + (injector - 1) * SEED_STEP, startAt);
    }

    /** The whole that the shares came to; what is true of a generator alone is that of the worst. */
    static LaunchResult merged(List<LaunchResult> shares) {
        return new LaunchResult(
                sum(shares, LaunchResult::offeredRate),
                sum(shares, LaunchResult::effectiveRate),
                most(shares, LaunchResult::generatorCpu),
                most(shares, LaunchResult::lateP99Ms),
                count(shares, LaunchResult::requests),
                count(shares, LaunchResult::errors),
                errors(shares),
                shares.stream().allMatch(share -> share.cpuPeriods() < 0)
                        ? -1
                        : count(shares, share -> Math.max(0, share.cpuPeriods())),
                count(shares, LaunchResult::cpuThrottledPeriods),
                shares.stream().mapToLong(LaunchResult::measuredFrom).max().orElse(0),
                shares.stream().mapToLong(LaunchResult::measuredTo).min().orElse(0),
                shares.stream()
                        .map(LaunchResult::reason)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** The exact histograms of the whole, second by second and request by request. */
    static List<RecordedSecond> seconds(List<RecordedSecond> recorded) {
        Map<Cell, List<RecordedSecond>> cells = recorded.stream()
                .collect(Collectors.groupingBy(
                        second -> new Cell(second.second(), second.request()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return cells.entrySet().stream()
                .map(cell -> together(cell.getKey(), cell.getValue()))
                .toList();
    }

    /** What watchers see: counts added up, the others those of whoever is furthest behind. */
    static Progress progress(List<Progress> shares) {
        return new Progress(
                shares.stream().mapToInt(Progress::elapsed).min().orElse(0),
                shares.stream().mapToInt(Progress::of).max().orElse(0),
                shares.stream().mapToDouble(Progress::rate).sum(),
                shares.stream().mapToLong(Progress::errors).sum(),
                shares.stream().mapToDouble(Progress::p50Ms).max().orElse(0),
                shares.stream().mapToDouble(Progress::p95Ms).max().orElse(0),
                shares.stream().mapToDouble(Progress::p99Ms).max().orElse(0));
    }

    private static RecordedSecond together(Cell cell, List<RecordedSecond> parts) {
        var all = new Histogram(3);
        parts.forEach(part -> all.add(part.latencies()));
        ByteBuffer buffer = ByteBuffer.allocate(all.getNeededByteBufferCapacity());
        int length = all.encodeIntoCompressedByteBuffer(buffer);
        return new RecordedSecond(
                cell.second,
                cell.request,
                parts.stream().mapToInt(RecordedSecond::count).sum(),
                parts.stream().mapToInt(RecordedSecond::errors).sum(),
                Arrays.copyOf(buffer.array(), length));
    }

    private static List<ErrorSample> errors(List<LaunchResult> shares) {
        return shares.stream()
                .flatMap(share -> share.errorSamples().stream())
                .collect(Collectors.toMap(
                        sample -> List.of(sample.request(), sample.message()),
                        sample -> sample,
                        (one, other) -> new ErrorSample(one.request(), one.message(), one.count() + other.count())))
                .values()
                .stream()
                .sorted(Comparator.comparingLong(ErrorSample::count).reversed())
                .toList();
    }

    private static double sum(List<LaunchResult> shares, ToDoubleFunction<LaunchResult> of) {
        return shares.stream().mapToDouble(of).sum();
    }

    private static double most(List<LaunchResult> shares, ToDoubleFunction<LaunchResult> of) {
        return shares.stream().mapToDouble(of).max().orElse(0);
    }

    private static long count(List<LaunchResult> shares, ToLongFunction<LaunchResult> of) {
        return shares.stream().mapToLong(of).sum();
    }
}
