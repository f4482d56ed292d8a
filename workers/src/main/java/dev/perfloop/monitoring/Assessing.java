package dev.perfloop.monitoring;

import dev.perfloop.monitoring.statement.Burdens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Says how a target is: the level of each series beside what is usual, and what that rests on. */
@Service
class Assessing {
    private final MonitoringRepository monitored;
    private final AssessmentRepository rows;
    private final Usual usual;
    private final Burdens burdens;
    private final MonitoringProperties properties;
    private final InstantSource clock;

    Assessing(
            MonitoringRepository monitored,
            AssessmentRepository rows,
            Usual usual,
            Burdens burdens,
            MonitoringProperties properties,
            InstantSource clock) {
        this.monitored = monitored;
        this.rows = rows;
        this.usual = usual;
        this.burdens = burdens;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return the assessment's id */
    UUID assess(String target, RestsOn restsOn) {
        Instant now = clock.instant();
        monitored.wanted(target).ifPresent(it -> burdens.note(target, it.definition(), now, properties.zone()));
        var levels = levels(target, restsOn, now);
        var bands = usual.of(target, levels.stream().map(Level::series).toList(), now);
        UUID id = UUID.randomUUID();
        rows.keep(id, target, now, restsOn, words(restsOn), levels, bands);
        return id;
    }

    private List<Level> levels(String target, RestsOn restsOn, Instant now) {
        return switch (restsOn) {
            case REAL_TIME ->
                rows.levels(
                        target,
                        now.minus(monitored.wanted(target).map(Monitored::fresh).orElse(properties.delayed())),
                        now);
            case DELAYED -> rows.levels(target, now.minus(properties.delayed()), now);
            case HISTORICAL -> rows.levels(target, HoursAlike.before(now, properties.zone()));
            case NOTHING -> List.of();
        };
    }

    private String words(RestsOn restsOn) {
        return switch (restsOn) {
            case REAL_TIME -> "Readings of this cycle.";
            case DELAYED ->
                "No source told anything in this cycle: the last "
                        + properties.delayed().toMinutes() + " minutes stand in.";
            case HISTORICAL ->
                "No source has told anything for " + properties.delayed().toMinutes()
                        + " minutes: what this hour was like on other days and weeks stands in.";
            case NOTHING -> "No source has told anything, and nothing is known of this hour from before.";
        };
    }
}
