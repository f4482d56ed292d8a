package dev.perfloop.monitoring;

import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.source.Counters;
import dev.perfloop.monitoring.source.MetricSource;
import dev.perfloop.monitoring.store.Samples;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks all sources of a target once and keeps what they tell; each may fail alone, which leaves a gap with its reason. */
@Service
class Collecting {
    /** A source that is asked a little early, as the clock goes, is asked. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);

    /**
     * The beat and the process both read a target that nobody has read for long. Counters grew once, so only one of both readings may
     * tell of it; the other one is let go as a whole.
     */
    private static final class ReadMeanwhile extends RuntimeException {
        ReadMeanwhile() {
            super("read meanwhile", null, false, false);
        }
    }

    private final List<MetricSource> sources;
    private final Asking asking;
    private final SourceStateRepository states;
    private final GapRepository gaps;
    private final Samples samples;

    Collecting(
            List<MetricSource> sources,
            Asking asking,
            SourceStateRepository states,
            GapRepository gaps,
            Samples samples) {
        this.sources = sources;
        this.asking = asking;
        this.states = states;
        this.gaps = gaps;
        this.samples = samples;
    }

    /** @return the sources that told something */
    List<Source> collect(Target target, Duration every, Instant at) throws InterruptedException {
        Map<Source, Counters> before = states.of(target.name());
        var due = sources.stream()
                .filter(source -> source.serves(target) && isDue(source, before.get(source.source()), at))
                .toList();
        var answers = asking.all(due, target, at);
        List<Reading> readings = new ArrayList<>();
        answers.forEach(answer -> {
            if (answer.told() != null) {
                readings.add(answer.told().reading(answer.source(), before.get(answer.source())));
            }
        });
        readings.add(Health.of(answers, at));
        try {
            samples.keep(
                    target.name(), readings, () -> answers.forEach(answer -> note(answer, target, before, every, at)));
        } catch (ReadMeanwhile other) {
            LOG.debug("Target {} was read by somebody else at the same time", target.name());
        }
        return answers.stream()
                .filter(answer -> answer.told() != null)
                .map(Answer::source)
                .toList();
    }

    private static boolean isDue(MetricSource source, @Nullable Counters before, Instant at) {
        return before == null || !at.isBefore(before.at().plus(source.every()).minus(SLACK));
    }

    private void note(Answer answer, Target target, Map<Source, Counters> before, Duration every, Instant at) {
        var source = answer.source();
        var last = before.get(source);
        if (answer.told() == null) {
            gaps.open(target.name(), source, last == null ? at : last.at(), answer.reason());
            return;
        }
        var counters = answer.told().counters();
        var recovered = recovered(target, source, last, counters);
        boolean wasOpen = gaps.close(target.name(), source, at, recovered);
        if (!wasOpen && last != null && at.isAfter(last.at().plus(longest(source, every)))) {
            gaps.open(target.name(), source, last.at(), "Perfloop was not collecting");
            gaps.close(target.name(), source, at, recovered);
        }
        if (!states.keep(target.name(), source, counters, last == null ? null : last.at())) {
            throw new ReadMeanwhile();
        }
    }

    /** Null while a server that keeps the service's metrics may still be asked for them. */
    private static @Nullable Recovered recovered(
            Target target, Source source, @Nullable Counters last, Counters counters) {
        if (source == Source.PROMETHEUS && target.metricsServer() != null) {
            return null;
        }
        return last == null || counters.values().isEmpty() ? Recovered.LOST : Recovered.TOTALS;
    }

    private Duration longest(Source source, Duration every) {
        Duration own = sources.stream()
                .filter(it -> it.source() == source)
                .map(MetricSource::every)
                .findFirst()
                .orElse(every);
        return (own.compareTo(every) > 0 ? own : every).multipliedBy(3);
    }
}
