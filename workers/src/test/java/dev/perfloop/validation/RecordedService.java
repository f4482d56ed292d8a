package dev.perfloop.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.HdrHistogram.Histogram;

/**
 * Load tests of the demo shop that were recorded: alike ones, of an unchanged service, with the noise of a machine that others
 * used as well. {@code SeriesRecorder} makes such files.
 */
final class RecordedService {
    private record Recorded(int test, int second, String request, int requests, int errors, long[] micros) {}

    private final Map<Integer, List<Recorded>> tests = new TreeMap<>();

    /** @param recording name of a file beside this class */
    RecordedService(String recording) {
        try (var in = Objects.requireNonNull(RecordedService.class.getResourceAsStream(recording));
                var lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(parts -> new Recorded(
                            Integer.parseInt(parts[0]),
                            Integer.parseInt(parts[1]),
                            parts[2],
                            Integer.parseInt(parts[3]),
                            Integer.parseInt(parts[4]),
                            parts[5].isEmpty()
                                    ? new long[0]
                                    : Arrays.stream(parts[5].split(" "))
                                            .mapToLong(Long::parseLong)
                                            .toArray()))
                    .forEach(second -> tests.computeIfAbsent(second.test, n -> new ArrayList<>())
                            .add(second));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Numbers of the tests. */
    List<Integer> tests() {
        return List.copyOf(tests.keySet());
    }

    /**
     * @param slowdown 1.05 makes latencies 5 % longer
     * @param tailOnly only the slower half of each request's
     */
    Map<String, Block> test(int number, double slowdown, boolean tailOnly) {
        var recorded = tests.getOrDefault(number, List.of());
        Map<String, Long> medians = tailOnly ? medians(recorded) : Map.of();
        Map<String, Map<Integer, Second>> bySecond = new TreeMap<>();
        recorded.forEach(second -> bySecond.computeIfAbsent(second.request, r -> new TreeMap<>())
                .put(second.second, slower(second, slowdown, medians.getOrDefault(second.request, 0L))));
        Map<String, Block> blocks = new TreeMap<>();
        bySecond.forEach((request, its) -> blocks.put(request, new Block(List.copyOf(its.values()))));
        Map<Integer, List<Second>> all = new TreeMap<>();
        bySecond.values()
                .forEach(its -> its.forEach((at, second) ->
                        all.computeIfAbsent(at, s -> new ArrayList<>()).add(second)));
        blocks.put(
                Profiles.ALL,
                new Block(all.values().stream().map(Second::together).toList()));
        return blocks;
    }

    private static Second slower(Recorded second, double slowdown, long from) {
        var histogram = new Histogram(3);
        for (long micros : second.micros) {
            histogram.recordValue(micros < from ? micros : Math.round(micros * slowdown));
        }
        return Second.of(second.requests, second.errors, histogram);
    }

    private static Map<String, Long> medians(List<Recorded> recorded) {
        Map<String, Long> medians = new TreeMap<>();
        recorded.stream().map(Recorded::request).distinct().forEach(request -> {
            long[] sorted = recorded.stream()
                    .filter(second -> second.request.equals(request))
                    .flatMapToLong(second -> Arrays.stream(second.micros))
                    .sorted()
                    .toArray();
            medians.put(request, sorted[sorted.length / 2]);
        });
        return medians;
    }
}
