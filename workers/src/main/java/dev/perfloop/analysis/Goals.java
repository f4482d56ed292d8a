package dev.perfloop.analysis;

import dev.perfloop.target.Objectives;
import dev.perfloop.target.Objectives.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what was measured against what the owner asks for. */
final class Goals {
    private Goals() {}

    static List<Missed> missed(Objectives objectives, DrivenLoad load) {
        List<Missed> missed = new ArrayList<>();
        check("", objectives.overall(), load.all(), missed);
        objectives.requests().forEach((request, objective) -> {
            if (load.requests().get(request) instanceof Latencies measured) {
                check(request, objective, measured, missed);
            }
        });
        return missed;
    }

    /** Requests with an objective of which nothing was measured: whether it holds is not known. */
    static List<String> unjudged(Objectives objectives, DrivenLoad load) {
        return objectives.requests().keySet().stream()
                .filter(request ->
                        !(load.requests().get(request) instanceof Latencies measured) || measured.count() == 0)
                .sorted()
                .toList();
    }

    private static void check(String request, Objective asked, Latencies measured, List<Missed> missed) {
        atMost(request, "p50", millis(asked.p50()), measured.p50Ms(), missed);
        atMost(request, "p95", millis(asked.p95()), measured.p95Ms(), missed);
        atMost(request, "p99", millis(asked.p99()), measured.p99Ms(), missed);
        atMost(request, "errors", asked.errors(), measured.errorRate(), missed);
        Double throughput = asked.throughput();
        if (throughput != null && measured.throughput() < throughput) {
            missed.add(new Missed(request, "throughput", throughput, measured.throughput()));
        }
    }

    private static void atMost(
            String request, String metric, @Nullable Double limit, double measured, List<Missed> missed) {
        // What is not a number is no proof that the objective holds.
        if (limit != null && !(measured <= limit)) {
            missed.add(new Missed(request, metric, limit, measured));
        }
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e6;
    }
}
