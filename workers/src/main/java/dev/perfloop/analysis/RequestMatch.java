package dev.perfloop.analysis;

import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Guesses which requests run a statement, from how often each was called: a whole number of calls a request, in no more
 * time than the request took. A guess, not a trace, and said to be one.
 *
 * @param requests  likely ones, the likeliest first; empty when the counts fit none
 * @param perRequest calls in each of them
 */
public record RequestMatch(List<String> requests, double perRequest) {
    private static final double TOLERANCE = 0.06;
    private static final double TIME_TOLERANCE = 1.25;

    private record Fit(List<String> requests, double perRequest, double error) {}

    public static RequestMatch of(StatementFacts statement, DrivenLoad load) {
        List<String> names = load.driven().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<Fit> fits = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            add(fits, statement, load, List.of(names.get(i)));
            for (int j = i + 1; j < names.size(); j++) {
                add(fits, statement, load, List.of(names.get(i), names.get(j)));
            }
        }
        if (names.size() > 2) {
            add(fits, statement, load, names);
        }
        return fits.stream()
                .min(Comparator.comparingDouble(Fit::error))
                .map(fit -> new RequestMatch(fit.requests(), fit.perRequest()))
                .orElse(new RequestMatch(List.of(), 0));
    }

    private static void add(List<Fit> fits, StatementFacts statement, DrivenLoad load, List<String> requests) {
        long driven = requests.stream().mapToLong(load.driven()::get).sum();
        double each = (double) statement.calls() / driven;
        double error = Math.abs(each - Math.rint(each)) / Math.max(1, each);
        double fastest = requests.stream().mapToDouble(load::meanMs).min().orElse(0);
        boolean plausible = each >= 0.9 && error <= TOLERANCE && statement.meanMs() * each <= fastest * TIME_TOLERANCE;
        if (plausible) {
            // More requests and more calls a request fit by chance more easily.
            fits.add(new Fit(requests, each, error + 0.02 * (requests.size() - 1) + 0.01 * (Math.rint(each) - 1)));
        }
    }
}
