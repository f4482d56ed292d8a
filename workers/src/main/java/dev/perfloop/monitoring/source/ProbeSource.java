package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.series.SeriesKey.gauge;
import static dev.perfloop.monitoring.series.Source.PROBE;

import dev.perfloop.load.ProbeRequests;
import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** One request of each kind that only reads, sent by Perfloop itself: what a user meets when nothing else is told. */
@Component
class ProbeSource implements MetricSource {
    private static final SeriesKey TOOK = gauge(PROBE, "probe_ms", "ms");
    private static final SeriesKey FAILED = gauge(PROBE, "probe_failed_share", "share");

    private final ProbeRequests requests;

    ProbeSource(ProbeRequests requests) {
        this.requests = requests;
    }

    @Override
    public Source source() {
        return PROBE;
    }

    @Override
    public boolean serves(Target target) {
        return ProbeRequests.has(target);
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Told ask(Target target, Instant at) throws SourceSilent, InterruptedException {
        try {
            List<Measured> moment = new ArrayList<>();
            for (var probe : requests.send(target, at)) {
                moment.add(FAILED.of(probe.request()).at(probe.good() ? 0 : 1));
                if (probe.good() && probe.ms() instanceof Double ms) {
                    moment.add(TOOK.of(probe.request()).at(ms));
                }
            }
            return Told.ofMoment(Counters.none(at), moment);
        } catch (TargetUnavailable | TargetRefused | StatementFailed silent) {
            throw new SourceSilent(String.valueOf(silent.getMessage()));
        }
    }
}
