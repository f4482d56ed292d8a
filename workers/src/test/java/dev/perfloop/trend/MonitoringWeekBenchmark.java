package dev.perfloop.trend;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * How many of the alarms of simulated weeks are right, and how many of the regressions in them are told.
 *
 * <p>Arguments: first seed (default 1000), weeks (default 40), and "each" to print every false alarm and every miss. The algorithms
 * were made looking at the seeds from 1 on; those from 1000 on were kept for the figures.
 */
public final class MonitoringWeekBenchmark {
    private MonitoringWeekBenchmark() {}

    record Share(long part, long of) {
        double value() {
            return of == 0 ? 1 : (double) part / of;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d (%.1f %%)", part, of, 100 * value());
        }
    }

    public static void main(String[] args) {
        long first = args.length > 0 ? Long.parseLong(args[0]) : 1000;
        int weeks = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        var judged = judge(first, weeks);
        System.out.println("| regression | told | after: median, longest |\n|---|---|---|");
        for (Injection.Kind kind : Injection.Kind.values()) {
            System.out.printf(
                    "| %s | %s | %s |%n",
                    kind, recall(judged, it -> it.kind() == kind), delays(judged, it -> it.kind() == kind));
        }
        System.out.printf("| all | %s | %s |%n%n", recall(judged, it -> true), delays(judged, it -> true));
        System.out.println("| raised by | rightly |\n|---|---|");
        for (String how : List.of("OUT_OF_BAND", "LEVEL_SHIFT", "FORECAST")) {
            System.out.printf(
                    "| %s | %s |%n", how, precision(judged, it -> it.how().equals(how)));
        }
        System.out.printf("| all | %s |%n%n", precision(judged, it -> true));
        System.out.printf(
                "Further alarms of incidents already told: %d%n%n",
                judged.stream().mapToInt(it -> it.repeated).sum());
        System.out.println("| metric | told | rightly |\n|---|---|---|");
        for (SimulatedMetric metric : SimulatedMetric.values()) {
            System.out.printf(
                    "| %s | %s | %s |%n",
                    metric,
                    recall(judged, it -> it.metric() == metric),
                    precision(judged, it -> it.metric() == metric));
        }
        if (Arrays.asList(args).contains("each")) {
            for (int i = 0; i < judged.size(); i++) {
                long seed = first + i;
                judged.get(i).missed.forEach(it -> System.out.println(seed + " missed " + it));
                judged.get(i).told.stream()
                        .filter(it -> !it.rightly())
                        .forEach(it -> System.out.println(seed + " false " + it));
            }
        }
    }

    static List<WeekJudgement> judge(long first, int weeks) {
        return LongStream.range(first, first + weeks)
                .parallel()
                .mapToObj(seed -> new WeekJudgement(new SimulatedWeek(seed)))
                .toList();
    }

    static Share recall(List<WeekJudgement> judged, Predicate<Injection> of) {
        long found = judged.stream()
                .flatMap(it -> it.found.keySet().stream())
                .filter(of)
                .count();
        long missed =
                judged.stream().flatMap(it -> it.missed.stream()).filter(of).count();
        return new Share(found, found + missed);
    }

    static Share precision(List<WeekJudgement> judged, Predicate<WeekJudgement.Told> of) {
        var told = judged.stream().flatMap(it -> it.told.stream()).filter(of).toList();
        return new Share(told.stream().filter(WeekJudgement.Told::rightly).count(), told.size());
    }

    private static String delays(List<WeekJudgement> judged, Predicate<Injection> of) {
        var delays = judged.stream()
                .flatMap(it -> it.found.entrySet().stream())
                .filter(it -> of.test(it.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return delays.isEmpty() ? "" : said(delays.get(delays.size() / 2)) + ", " + said(delays.getLast());
    }

    private static String said(Duration delay) {
        return delay.toHours() > 0
                ? delay.toHours() + " h " + delay.toMinutesPart() + " min"
                : delay.toMinutes() + " min";
    }
}
