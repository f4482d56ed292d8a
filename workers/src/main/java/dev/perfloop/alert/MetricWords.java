package dev.perfloop.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The field's words for metrics, and figures with their units. */
final class MetricWords {
    private static final int LONGEST_SUBJECT = 80;
    private static final MathContext DIGITS = new MathContext(3);
    private static final double KILO = 1000;

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("request_p95_ms", "p95"),
            Map.entry("request_p99_ms", "p99"),
            Map.entry("request_mean_ms", "mean time"),
            Map.entry("request_error_share", "error rate"),
            Map.entry("requests_per_second", "requests a second"),
            Map.entry("probe_ms", "time of a probe request"),
            Map.entry("probe_failed_share", "failed probe requests"),
            Map.entry("pool_waiting_threads", "threads waiting for a database connection"),
            Map.entry("pool_pending_threads", "threads waiting for a database connection"),
            Map.entry("gc_pause_share", "time in garbage collection"),
            Map.entry("jvm_gc_share", "time in garbage collection"),
            Map.entry("jvm_heap_share", "heap in use"),
            Map.entry("jvm_cpu_share", "CPU of the service"),
            Map.entry("process_cpu_share", "CPU of the service"),
            Map.entry("system_cpu_share", "CPU of the machine"),
            Map.entry("host_cpu_share", "CPU of the machine"),
            Map.entry("host_steal_share", "CPU taken by other guests of the host"),
            Map.entry("host_memory_share", "memory of the machine in use"),
            Map.entry("disk_busy_share", "time the disk is busy"),
            Map.entry("disk_used_share", "disk of the database in use"),
            Map.entry("connections_share", "database connections in use"),
            Map.entry("active_sessions", "active sessions"),
            Map.entry("lock_waiting_sessions", "sessions waiting for a lock"),
            Map.entry("oldest_transaction_seconds", "age of the oldest transaction"),
            Map.entry("buffer_hit_share", "reads served from memory"),
            Map.entry("rollback_share", "transactions rolled back"),
            Map.entry("deadlocks_per_second", "deadlocks a second"),
            Map.entry("transactions_per_second", "transactions a second"),
            Map.entry("statement_mean_ms", "mean time of a statement"),
            Map.entry("statement_calls_per_second", "calls a second of a statement"),
            Map.entry("statement_slower_times", "slowdown, in times,"),
            Map.entry("statement_calls_times", "growth of calls, in times,"),
            Map.entry("statement_new_share", "share of the database's time"),
            Map.entry("statement_plan_times", "slowdown by another plan, in times,"),
            Map.entry("statement_without_index_times", "slowdown without a dropped index, in times,"),
            Map.entry("collection_failed_share", "failed readings"),
            Map.entry("collection_ms", "time of a reading"));

    private MetricWords() {}

    static String called(String metric, @Nullable String subject, String title) {
        String words = WORDS.getOrDefault(metric, metric.replace('_', ' '));
        String whose = title.isBlank() ? subject : title.strip().replaceAll("\\s+", " ");
        return whose == null ? words : words + " of " + shortened(whose);
    }

    /** With three digits that count; shares in percent. */
    static String figure(double value, String unit) {
        return switch (unit) {
            case "share" -> rounded(100 * value) + " %";
            case "1" -> rounded(value);
            case "bytes" -> bytes(value);
            default -> rounded(value) + " " + unit;
        };
    }

    private static String bytes(double value) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int step = 0;
        double rest = value;
        while (Math.abs(rest) >= KILO && step < units.length - 1) {
            rest /= KILO;
            step++;
        }
        return rounded(rest) + " " + units[step];
    }

    private static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        var exact = Math.abs(value) >= KILO ? new BigDecimal(Math.round(value)) : new BigDecimal(value).round(DIGITS);
        var plain = exact.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
