package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the room's alarms and forecasts make of a simulated week, held against what was put into it. */
final class WeekJudgement {
    /** An alarm, and whether something was there. Further alarms of the same incident are not counted. */
    record Told(SimulatedMetric metric, Instant raised, String how, boolean rightly) {}

    final List<Told> told = new ArrayList<>();
    final Map<Injection, Duration> found = new LinkedHashMap<>();
    final Set<Injection> missed = new LinkedHashSet<>();
    int repeated;

    WeekJudgement(SimulatedWeek week) {
        Map<SimulatedMetric, List<Raised>> raised = new TreeMap<>();
        week.series.forEach((metric, series) ->
                raised.put(metric, metric.isForecast() ? forecast(series) : alarms(metric, series, week.restarts())));
        raised.forEach((metric, its) -> its.forEach(it -> tell(week, metric, it)));
        week.injections.stream().filter(it -> !found.containsKey(it)).forEach(missed::add);
    }

    private void tell(SimulatedWeek week, SimulatedMetric metric, Raised it) {
        var injection = week.injections.stream()
                .filter(one -> one.metric() == metric && one.isTold(it.at))
                .findFirst();
        if (injection.isEmpty()) {
            told.add(new Told(metric, it.at, it.how, false));
        } else if (found.putIfAbsent(
                        injection.get(), Duration.between(injection.get().from(), it.at))
                == null) {
            told.add(new Told(metric, it.at, it.how, true));
        } else {
            repeated++;
        }
    }

    private record Raised(Instant at, String how) {}

    private static List<Raised> alarms(SimulatedMetric metric, Series series, List<Instant> restarts) {
        var past = series.between(SimulatedWeek.START, SimulatedWeek.WEEK);
        return Alarms.from(past, ZoneId.of("UTC"), metric.bad)
                .over(series.between(SimulatedWeek.WEEK, SimulatedWeek.END), restarts)
                .stream()
                .map(it -> new Raised(it.raised(), it.reason().toString()))
                .toList();
    }

    /** Every three hours: will it be full within three days? Told once until it no longer will. */
    private static List<Raised> forecast(Series series) {
        var forecasting = new Forecasting(95, Threshold.Side.ABOVE, Duration.ofDays(3));
        List<Raised> raised = new ArrayList<>();
        boolean told = false;
        for (Instant now = SimulatedWeek.WEEK; now.isBefore(SimulatedWeek.END); now = now.plus(Duration.ofHours(3))) {
            var forecast = forecasting.soonest(series, now);
            boolean ahead = forecast instanceof Forecast.Reached || forecast instanceof Forecast.AlreadyThere;
            if (ahead && !told) {
                raised.add(new Raised(now, "FORECAST"));
            }
            told = ahead;
        }
        return raised;
    }
}
