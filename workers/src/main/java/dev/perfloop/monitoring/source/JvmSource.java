package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.series.SeriesKey.gauge;
import static dev.perfloop.monitoring.series.SeriesKey.rate;
import static dev.perfloop.monitoring.series.Source.JVM;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.profiling.Glances;
import dev.perfloop.profiling.JvmGlance;
import dev.perfloop.profiling.JvmSilent;
import dev.perfloop.target.JmxAccess;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The service's JVM, by JMX. */
@Component
class JvmSource implements MetricSource {
    private final Glances glances;

    JvmSource(Glances glances) {
        this.glances = glances;
    }

    @Override
    public Source source() {
        return JVM;
    }

    @Override
    public boolean serves(Target target) {
        return target.jmx() != null;
    }

    @Override
    public Duration every() {
        return Duration.ZERO;
    }

    @Override
    public Told ask(Target target, Instant at) throws SourceSilent {
        if (!(target.jmx() instanceof JmxAccess access)) {
            throw new SourceSilent("the target's file names no JMX address");
        }
        try {
            return told(glances.jvm(access), at);
        } catch (JvmSilent silent) {
            throw new SourceSilent(String.valueOf(silent.getMessage()));
        }
    }

    private static Told told(JvmGlance jvm, Instant at) {
        List<Measured> moment = new ArrayList<>(List.of(
                gauge(JVM, "jvm_heap_used_bytes", "bytes").at(jvm.heapUsedBytes()),
                gauge(JVM, "jvm_threads", "1").at(jvm.threads()),
                gauge(JVM, "jvm_up_seconds", "s").at(jvm.upSeconds())));
        if (jvm.heapMaxBytes() > 0) {
            moment.add(gauge(JVM, "jvm_heap_share", "share").at(jvm.heapUsedBytes() / jvm.heapMaxBytes()));
        }
        if (jvm.cpuShare() >= 0) {
            moment.add(gauge(JVM, "jvm_cpu_share", "share").at(jvm.cpuShare()));
        }
        var counters = new Counters(
                at, String.valueOf(jvm.startedMillis()), jvm.upSeconds(), true, Map.of("pauses", jvm.pauseSeconds()));
        return new Told(
                counters,
                moment,
                growth -> List.of(rate(JVM, "jvm_gc_share", "share").at(growth.rate("pauses"))));
    }
}
