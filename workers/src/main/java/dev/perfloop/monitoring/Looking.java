package dev.perfloop.monitoring;

import dev.perfloop.monitoring.series.Source;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** Sees to it that there are readings of this cycle, and says on what an assessment may rest. */
@Service
class Looking {
    private final MonitoringRepository monitored;
    private final AssessmentRepository assessments;
    private final GapRepository gaps;
    private final Collecting collecting;
    private final TargetReader reader;
    private final MonitoringProperties properties;
    private final InstantSource clock;

    Looking(
            MonitoringRepository monitored,
            AssessmentRepository assessments,
            GapRepository gaps,
            Collecting collecting,
            TargetReader reader,
            MonitoringProperties properties,
            InstantSource clock) {
        this.monitored = monitored;
        this.assessments = assessments;
        this.gaps = gaps;
        this.collecting = collecting;
        this.reader = reader;
        this.properties = properties;
        this.clock = clock;
    }

    /** Where the beat brought nothing in this cycle, the sources are asked here and now. */
    Looked look(String target) throws InterruptedException {
        Instant now = clock.instant();
        monitored.tick(target, now);
        var wanted = monitored.wanted(target);
        if (wanted.isEmpty()) {
            return new Looked.Unwanted();
        }
        if (!assessments.hasReading(target, now.minus(wanted.get().fresh())) && !ask(wanted.get(), now)) {
            return new Looked.Silent(gaps.newestReason(target).orElse("no source was asked yet"));
        }
        return new Looked.Fresh(gaps.toFill(target).size());
    }

    private boolean ask(Monitored wanted, Instant now) throws InterruptedException {
        try {
            return collecting
                    .collect(reader.read(wanted.definition()), wanted.every(), now.truncatedTo(ChronoUnit.MILLIS))
                    .stream()
                    .anyMatch(Source::isTheTargetsOwn);
        } catch (TargetRefused refused) {
            return false;
        }
    }

    /** On what to rest when nothing was told in this cycle: the last minutes, the same hours of the weeks before, or nothing. */
    RestsOn fallBack(String target) {
        Instant now = clock.instant();
        if (assessments.hasReading(target, now.minus(properties.delayed()))) {
            return RestsOn.DELAYED;
        }
        return assessments.hasPast(target, HoursAlike.before(now, properties.zone()))
                ? RestsOn.HISTORICAL
                : RestsOn.NOTHING;
    }
}
