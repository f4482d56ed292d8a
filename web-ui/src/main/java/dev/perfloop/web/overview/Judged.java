package dev.perfloop.web.overview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.web.overview.OverviewView.Health;
import dev.perfloop.web.rows.Allowed.Metric;
import dev.perfloop.web.targets.StatedObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Objectives held against what a load test measured: its values, not their bounds. Whether they hold for sure is what runs
 * judge.
 */
record Judged(Health health, String words) {

    /** @param measured figures of a load test: {@code all} and {@code requests}; missing when there was none */
    static Judged of(List<StatedObjective> objectives, JsonNode measured) {
        if (objectives.isEmpty()) {
            return new Judged(Health.UNKNOWN, "No objective is stated.");
        }
        if (measured.isMissingNode()) {
            return new Judged(Health.UNKNOWN, "Not measured yet.");
        }
        List<String> missed = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (StatedObjective objective : objectives) {
            JsonNode figures = objective.request().isEmpty()
                    ? measured.path("all")
                    : measured.path("requests").path(objective.request());
            JsonNode value = figures.path(field(objective.metric()));
            Double limit = objective.limit();
            if (limit == null || !value.isNumber()) {
                unknown.add(name(objective));
            } else if (!holds(objective.metric(), value.doubleValue(), limit)) {
                missed.add(name(objective) + ": " + shown(objective.metric(), value.doubleValue()) + ", wanted "
                        + shown(objective.metric(), limit));
            }
        }
        if (!missed.isEmpty()) {
            return new Judged(Health.MISSED, String.join("; ", missed));
        }
        return unknown.isEmpty()
                ? new Judged(Health.MET, "")
                : new Judged(Health.UNKNOWN, "Not measured: " + String.join(", ", unknown));
    }

    private static boolean holds(Metric metric, double value, double limit) {
        return metric == Metric.THROUGHPUT ? value >= limit : value <= limit;
    }

    private static String field(Metric metric) {
        return switch (metric) {
            case P50_MS -> "p50Ms";
            case P95_MS -> "p95Ms";
            case P99_MS -> "p99Ms";
            case THROUGHPUT -> "throughput";
            case ERROR_RATE -> "errorRate";
        };
    }

    private static String name(StatedObjective objective) {
        String metric = switch (objective.metric()) {
            case P50_MS -> "p50";
            case P95_MS -> "p95";
            case P99_MS -> "p99";
            case THROUGHPUT -> "throughput";
            case ERROR_RATE -> "errors";
        };
        return objective.request().isEmpty() ? metric : metric + " of " + objective.request();
    }

    private static String shown(Metric metric, double value) {
        return switch (metric) {
            case P50_MS, P95_MS, P99_MS -> String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%.0f ms", value);
            case THROUGHPUT -> String.format(Locale.ROOT, "%.1f/s", value);
            case ERROR_RATE -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
        };
    }
}
