package dev.perfloop.web.loads;

import dev.perfloop.web.rows.Columns;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DistributionRepository {
    private final JdbcClient jdbc;

    DistributionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The seconds that the verdict was judged by; an empty request is all of them. */
    DistributionView distribution(String runId, String profile, String request) {
        SequencedMap<String, Distribution> sides = new TreeMap<>();
        jdbc.sql("""
                        SELECT t.phase, t.id, w.second, w.histogram
                        FROM load_test t
                        JOIN load_window w ON w.load_test_id = t.id
                        WHERE t.run_id = :runId
                          AND t.profile = :profile
                          AND t.phase IN ('BEFORE', 'AFTER')
                          AND t.status = 'VALID'
                          AND w.second >= t.steady_from
                          AND w.request <> ''
                          AND (:request = '' OR w.request = :request)
                        """)
                .param("runId", runId)
                .param("profile", profile)
                .param("request", request)
                .query(row -> {
                    sides.computeIfAbsent(row.getString("phase"), phase -> new Distribution())
                            .add(row.getString("id"), Columns.instant(row, "second"), row.getBytes("histogram"));
                });
        List<Integer> bins = sides.values().stream()
                .map(side -> side.bins().keySet())
                .flatMap(Collection::stream)
                .sorted()
                .toList();
        if (bins.isEmpty()) {
            return new DistributionView(profile, request, Distribution.PERCENTILES, List.of(), List.of());
        }
        int first = bins.getFirst();
        int last = bins.getLast();
        return new DistributionView(
                profile,
                request,
                Distribution.PERCENTILES,
                IntStream.rangeClosed(first, last + 1)
                        .mapToObj(Distribution::edgeMs)
                        .toList(),
                // By the alphabet AFTER comes first; in time it does not.
                sides.reversed().entrySet().stream()
                        .map(side -> side.getValue().view(side.getKey(), first, last))
                        .toList());
    }
}
