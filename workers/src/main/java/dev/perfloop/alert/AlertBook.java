package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.contract.threshold.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes alerts of readings: one assessment of a target after the other, each once. */
@Service
class AlertBook {

    private final EvaluationRepository evaluations;
    private final AlertRepository alerts;

    AlertBook(EvaluationRepository evaluations, AlertRepository alerts) {
        this.evaluations = evaluations;
        this.alerts = alerts;
    }

    /**
     * A series that was not read stands as it stood: silence is no recovery.
     *
     * @param expected whether its owner expects trouble now: what begins then is muted
     */
    @Transactional
    public void enter(Assessed assessed, List<Judged> judged, boolean expected) {
        Duration early = Watch.early(evaluations.lastJudged(assessed.target()).orElse(null), assessed.at());
        if (!evaluations.begin(assessed)) {
            return;
        }
        Map<Integer, Watch> before = evaluations.watches(assessed.target());
        Map<Integer, Watch> after = new HashMap<>();
        Map<Integer, Double> worst = alerts.worst(assessed.target());
        List<Breach> breaches = new ArrayList<>();
        for (var each : judged) {
            int series = each.reading().series();
            var was = before.getOrDefault(series, Watch.CALM);
            var watch = was.next(each.threshold(), each.reading().value(), assessed.at(), early);
            if (!watch.equals(was)) {
                after.put(series, watch);
            }
            if (watch.isAlarming()) {
                double value = each.reading().value();
                breaches.add(new Breach(
                        each,
                        watch.severity(),
                        was.due(each.threshold(), assessed.at()),
                        each.threshold().worse(value, worst.getOrDefault(series, value))));
            }
        }
        evaluations.keep(assessed.target(), after);
        byFamily(breaches).forEach((family, its) -> report(assessed, family, its, expected));
        alerts.endBreaches(assessed.target(), assessed.at());
        alerts.resolve(assessed.target(), assessed.at());
    }

    private void report(Assessed assessed, Family family, List<Breach> breaches, boolean expected) {
        var worst = breaches.stream().map(Breach::severity).reduce(Severity.WARNING, Severity::worse);
        var due = breaches.stream().map(Breach::due).min(Instant::compareTo).orElse(assessed.at());
        var alert = alerts.report(assessed.target(), family, worst, words(breaches), assessed.at(), due, expected);
        breaches.forEach(breach -> alerts.keep(alert, breach, assessed.at()));
    }

    /** The one to tell first is the worst of those that are beyond now. */
    private static String words(List<Breach> breaches) {
        String first = breaches.stream()
                .max(Comparator.comparing(Breach::isBeyond).thenComparing(Breach::severity))
                .map(Breach::words)
                .orElseThrow();
        return breaches.size() == 1 ? first + "." : first + ", and " + (breaches.size() - 1) + " more.";
    }

    private static Map<Family, List<Breach>> byFamily(List<Breach> breaches) {
        return breaches.stream()
                .collect(Collectors.groupingBy(Breach::family, () -> new EnumMap<>(Family.class), Collectors.toList()));
    }
}
