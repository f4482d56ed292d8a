package dev.perfloop.analysis;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.StatementFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which requests run a statement, and how often each of them does.
 *
 * @param perRequest calls in one request, by the request's name; empty when no request is known to run it
 */
public record StatementUse(Map<String, Double> perRequest, How how) {
    /** How it is known. */
    public enum How {
        COUNTED,
        GUESSED,
        UNKNOWN
    }

    private static final StatementUse UNKNOWN = new StatementUse(Map.of(), How.UNKNOWN);

    /** Below this a request runs it so seldom that the count may be another's. */
    private static final double SELDOM = 0.05;

    /** Counted calls that account for less of those seen under load leave other requests to be guessed. */
    private static final double ACCOUNTED = 0.7;

    /** Under load a request may run it more often than when counted, for other parameters; beyond this it is not the request. */
    private static final double MORE_UNDER_LOAD = 1.5;

    static StatementUse of(StatementFacts statement, DrivenLoad load, CallsPerRequest counted) {
        Map<String, Double> calls = counted(statement, load, counted);
        double expected = calls.entrySet().stream()
                .mapToDouble(entry -> load.driven().getOrDefault(entry.getKey(), 0L) * entry.getValue())
                .sum();
        boolean allCounted = load.driven().entrySet().stream()
                .filter(driven -> driven.getValue() > 0)
                .allMatch(driven -> counted.request(driven.getKey()).isPresent());
        if (expected > 0 && (allCounted || expected >= ACCOUNTED * statement.calls())) {
            double underLoad = Math.min(MORE_UNDER_LOAD, statement.calls() / expected);
            calls.replaceAll((request, each) -> each * underLoad);
            return new StatementUse(calls, How.COUNTED);
        }
        if (allCounted && !load.driven().isEmpty()) {
            return UNKNOWN;
        }
        var guess = RequestMatch.of(statement, load);
        return guess.requests().isEmpty()
                ? UNKNOWN
                : new StatementUse(
                        guess.requests().stream()
                                .collect(Collectors.toMap(
                                        it -> it, it -> guess.perRequest(), (a, b) -> a, TreeMap::new)),
                        How.GUESSED);
    }

    private static Map<String, Double> counted(StatementFacts statement, DrivenLoad load, CallsPerRequest counted) {
        Map<String, Double> calls = new TreeMap<>();
        for (var request : counted.requests()) {
            double each = request.statement(statement.queryId())
                    .map(CallsPerRequest.Statement::callsPerRequest)
                    .orElse(0.0);
            if (each >= SELDOM && load.driven().getOrDefault(request.name(), 0L) > 0) {
                calls.put(request.name(), each);
            }
        }
        return calls;
    }

    /** The one that runs it most often first. */
    public List<String> requests() {
        return perRequest.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public double callsIn(String request) {
        return perRequest.getOrDefault(request, 0.0);
    }

    /** For the evidence's {@code requestsHow}. */
    public String said() {
        return switch (how) {
            case COUNTED -> "counted by sending the requests one at a time";
            case GUESSED -> "inferred from call counts and times, not traced";
            case UNKNOWN -> "no request is known to run it; not traced";
        };
    }
}
