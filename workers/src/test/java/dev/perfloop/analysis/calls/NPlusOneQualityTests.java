package dev.perfloop.analysis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.calls.Trace.Sent;
import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.CallsPerRequest.Request;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How often the detector is right on traces whose label it does not know. */
class NPlusOneQualityTests {
    private static final int EACH = 6;
    private static final long SEEDS = 10;

    private final NPlusOneDetector detector = new NPlusOneDetector();
    private int hits;
    private int falseAlarms;
    private int misses;
    private int traces;
    private final Map<String, List<String>> wrong = new TreeMap<>();

    @Test
    void atMostTwoInAHundredAreMissedOrWronglyAccused() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new PerRowTraces(seed).traces(EACH).forEach(this::judge);
            new LookalikeTraces(seed).traces(EACH).forEach(this::judge);
        }

        double precision = (double) hits / (hits + falseAlarms);
        double recall = (double) hits / (hits + misses);
        wrong.replaceAll((kind, cases) -> List.of(cases.size() + " " + cases.getFirst()));
        System.out.printf(
                Locale.ROOT,
                "N+1 on %d labelled traces (%d statements per row): precision %.4f, recall %.4f; wrong: %s%n",
                traces,
                hits + misses,
                precision,
                recall,
                wrong);
        assertThat(traces).isGreaterThanOrEqualTo(100);
        assertThat(precision).as("precision, wrong: %s", wrong).isGreaterThanOrEqualTo(0.98);
        assertThat(recall).as("recall, wrong: %s", wrong).isGreaterThanOrEqualTo(0.98);
    }

    private void judge(Trace trace) {
        traces++;
        Set<Long> accused = new HashSet<>();
        for (var finding : detector.in(workload(trace)).findings()) {
            finding.evidence().subjects().forEach(subject -> accused.add(Long.valueOf(subject.split(":", 2)[1])));
        }
        for (long statement : trace.texts.keySet()) {
            boolean is = trace.perRow.contains(statement);
            boolean said = accused.contains(statement);
            hits += is && said ? 1 : 0;
            falseAlarms += !is && said ? 1 : 0;
            misses += is && !said ? 1 : 0;
            if (is != said) {
                wrong.computeIfAbsent(trace.kind, kind -> new ArrayList<>()).add(said ? "accused" : "missed");
            }
        }
    }

    private static Workload workload(Trace trace) {
        var request = counted(trace);
        var ping = new Request(
                "ping", 6, true, 1, 3, 20, List.of(statement(9, "SELECT $1", List.of(1, 1), List.of(1L, 1L), 0.02)));
        var workload = AWorkload.healthy()
                .missed("traced", "p95", request.meanMs(), 3 * request.meanMs())
                .request("traced", 1000, request.meanMs())
                .request("ping", 1000, 3)
                .calls(new CallsPerRequest(List.of(request, ping)));
        for (var ran : request.statements()) {
            double calls = ran.callsPerRequest();
            workload.with(AStatement.running(ran.queryId(), ran.query())
                    .calls(Math.round(1000 * calls))
                    .meanMs(ran.msPerRequest() / calls));
        }
        return workload.workload();
    }

    /** As the server would have counted it. */
    private static Request counted(Trace trace) {
        List<Statement> statements = new ArrayList<>();
        trace.texts.forEach((id, text) -> statements.add(statement(
                id,
                text,
                trace.sent.stream()
                        .map(sent -> (int) sent.calls.stream()
                                .filter(it -> it.statement() == id)
                                .count())
                        .toList(),
                trace.sent.stream()
                        .map(sent -> sent.calls.stream()
                                .filter(it -> it.statement() == id)
                                .mapToLong(Trace.Call::rows)
                                .sum())
                        .toList(),
                trace.sent.stream()
                        .mapToDouble(sent -> sent.calls.stream()
                                .filter(it -> it.statement() == id)
                                .mapToDouble(Trace.Call::runMs)
                                .sum())
                        .average()
                        .orElse(0))));
        return new Request(
                "traced",
                trace.sent.size(),
                true,
                1,
                trace.sent.stream().mapToDouble(Sent::answerMs).average().orElse(0),
                trace.sent.stream().mapToLong(sent -> sent.bytes).average().orElse(0),
                statements.stream().filter(it -> it.callsPerRequest() > 0).toList(),
                trace.sent.stream().map(Sent::answerMs).toList());
    }

    private static Statement statement(long id, String text, List<Integer> calls, List<Long> rows, double ms) {
        return new Statement(id, text, calls, rows, ms);
    }
}
