package dev.perfloop.local.kills;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.local.SplitStack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of samples, alerts and cycles while parts were killed. */
final class MonitoringAccount {
    private final SplitStack stack;
    private final MonitoredService service;
    private final String history;
    private final Instant begun;
    private final int troubles;
    private final int every;
    private final int cycle;

    MonitoringAccount(
            SplitStack stack,
            MonitoredService service,
            String history,
            Instant begun,
            int troubles,
            int every,
            int cycle) {
        this.stack = stack;
        this.service = service;
        this.history = history;
        this.begun = begun;
        this.troubles = troubles;
        this.every = every;
        this.cycle = cycle;
    }

    /** @return whether nothing is lost and nothing doubled */
    boolean print(List<Kill> kills) throws Exception {
        var backs = kills.stream()
                .collect(Collectors.groupingBy(
                        Kill::victim, Collectors.mapping(kill -> kill.back().toMillis(), Collectors.toList())));
        System.out.println("\nkills: " + kills.size() + ", in mid-cycle "
                + kills.stream().filter(kill -> kill.aim().equals("cycle")).count() + ", back after (ms) " + backs);
        System.out.println("longest from a kill to the next assessment: " + longestToNext(kills) + " s");
        boolean samples = samples();
        boolean alerts = alerts();
        boolean cycles = cycles();
        return samples && alerts && cycles;
    }

    private boolean samples() throws Exception {
        var gaps = rows("SELECT source, recovered, count(*) FROM gap GROUP BY 1, 2 ORDER BY 1, 2");
        var open = rows("""
                SELECT since, until, reason FROM gap WHERE source = 'PROMETHEUS' AND recovered IS NULL""");
        Set<Long> kept = new HashSet<>();
        rows("SELECT (extract(epoch FROM at) * 1000)::bigint FROM sample WHERE source = 'PROMETHEUS'")
                .forEach(row -> kept.add(Long.parseLong(row.getFirst())));
        List<Long> lost = new ArrayList<>();
        int inGaps = 0;
        for (var gap : rows("""
                SELECT (extract(epoch FROM since) * 1000)::bigint, (extract(epoch FROM until) * 1000)::bigint
                FROM gap WHERE source = 'PROMETHEUS' AND until IS NOT NULL""")) {
            for (long at : scraped(Long.parseLong(gap.get(0)), Long.parseLong(gap.get(1)))) {
                inGaps++;
                if (!kept.contains(at)) {
                    lost.add(at);
                }
            }
        }
        var holes = rows("""
                SELECT before, at FROM (
                    SELECT at, lag(at) OVER (ORDER BY at) AS before FROM sample WHERE source = 'PROMETHEUS') s
                WHERE at - before > interval '%d s'
                  AND NOT EXISTS (SELECT 1 FROM gap g WHERE g.source = 'PROMETHEUS' AND g.since <= s.before AND g.until >= s.at)""".formatted(3 * every + 1));
        var sum = rows("""
                SELECT sum(v.value * s.seconds), min(s.at - make_interval(secs => s.seconds)), max(s.at)
                FROM sample s CROSS JOIN LATERAL unnest(s.series, s.value) AS v (series, value)
                JOIN series d ON d.id = v.series
                WHERE d.metric = 'requests_per_second' AND d.subject IS NULL""").getFirst();
        double counted = service.answered(instant(sum.get(2))) - service.answered(instant(sum.get(1)));
        System.out.println("gaps by source and what came of them: " + gaps + ", not dealt with: " + open);
        System.out.println(
                "scrapes within gaps that the source still had: " + inGaps + ", of them not kept: " + lost.size());
        System.out.println("holes that nobody says anything of: " + holes);
        System.out.printf(
                "requests the service counted: %.0f, by the samples: %.0f (%+.2f %%)%n",
                counted, Double.parseDouble(sum.get(0)), 100 * (Double.parseDouble(sum.get(0)) / counted - 1));
        return lost.isEmpty() && holes.isEmpty() && open.isEmpty();
    }

    /** Of the trouble that was made; what the machine itself suffers meanwhile is real, and shown beside it. */
    private boolean alerts() {
        var alerts = rows("""
                SELECT severity, state, opened_at, resolved_at FROM alert WHERE family = 'POOL' ORDER BY opened_at""");
        var deliveries = rows("""
                SELECT d.event, d.status, count(*) FROM alert_delivery d JOIN alert a ON a.id = d.alert_id
                WHERE a.family = 'POOL' GROUP BY 1, 2 ORDER BY 1, 2""");
        Set<String> ids = new HashSet<>();
        rows("""
                SELECT d.id FROM alert_delivery d JOIN alert a ON a.id = d.alert_id
                WHERE a.family = 'POOL' AND d.status = 'SENT'""").forEach(row -> ids.add(row.getFirst()));
        List<String> heard = service.heard().stream().filter(ids::contains).toList();
        System.out.println("troubles: " + troubles + ", alerts: " + alerts + ", others: "
                + rows("SELECT family, severity, state, count(*) FROM alert WHERE family <> 'POOL' GROUP BY 1, 2, 3"));
        System.out.println(
                "deliveries: " + deliveries + ", heard " + Set.copyOf(heard).size() + ", heard twice "
                        + (heard.size() - Set.copyOf(heard).size()));
        boolean told = deliveries.stream().allMatch(row -> row.get(1).equals("SENT"));
        boolean over = alerts.stream().allMatch(row -> row.get(1).equals("RESOLVED"));
        return alerts.size() == troubles && told && over && Set.copyOf(heard).size() == 2 * alerts.size();
    }

    private boolean cycles() {
        var seconds = rows("""
                SELECT count(*), coalesce(max(apart), 0), coalesce(min(apart), 0) FROM (
                    SELECT extract(epoch FROM at - lag(at) OVER (ORDER BY at)) AS apart FROM assessment WHERE at > '%s') s""".formatted(begun)).getFirst();
        long took = Duration.between(begun, Instant.now()).toSeconds();
        System.out.println("assessments in " + took + " s of cycles of " + cycle + " s: " + seconds.get(0)
                + ", furthest apart " + seconds.get(1) + " s, nearest " + seconds.get(2) + " s");
        var state =
                stack.api().answers() ? rows("SELECT now() - max(at) < interval '1 min' FROM assessment") : List.of();
        return Long.parseLong(seconds.get(0)) <= took / cycle + 2L
                && state.toString().contains("t");
    }

    private double longestToNext(List<Kill> kills) {
        return kills.stream()
                .mapToDouble(kill -> Double.parseDouble(
                        rows("SELECT coalesce(extract(epoch FROM min(at) - '%1$s'), 0) FROM assessment WHERE at > '%1$s'"
                                        .formatted(kill.at()))
                                .getFirst()
                                .getFirst()))
                .max()
                .orElse(0);
    }

    /** When the history has values, after the one and before the other. */
    private List<Long> scraped(long since, long until) throws Exception {
        String query = "{__name__=\"http_server_requests_seconds_count\",job=\"m\"}[" + (until - since) + "ms]";
        var read = new JsonMapper()
                .readTree(MonitoringKills.get(history + "/api/v1/query?time=" + until / 1000.0 + "&query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        List<Long> at = new ArrayList<>();
        for (var value : read.path("data").path("result").path(0).path("values")) {
            long millis = Math.round(value.path(0).asDouble() * 1000);
            if (millis > since && millis < until) {
                at.add(millis);
            }
        }
        return at;
    }

    private List<List<String>> rows(String sql) {
        return Rows.patiently(stack::connectOurs, sql);
    }

    private static Instant instant(String timestamptz) {
        return Instant.parse(
                timestamptz.replace(' ', 'T').replaceFirst("\\+00$", "Z").replaceFirst("\\+(\\d\\d)$", "+$1:00"));
    }
}
