package dev.perfloop.contract.timetable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression on the clock of a zone. What falls into the hour that a clock leaves out comes as much later as the clock jumped
 * (02:30 at 03:30); what the clock shows twice comes once, the first time. So whatever comes once a day comes every day once.
 */
record CronTimes(Cron cron, ZoneId zone) implements Timetable {

    @Override
    public Optional<Instant> next(Instant after) {
        var rules = zone.getRules();
        return Stream.of(
                        shown(after),
                        leftOut(after, rules.previousTransition(after.plusNanos(1))),
                        leftOut(after, rules.nextTransition(after)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The next that the clock shows. */
    private Optional<Instant> shown(Instant after) {
        var time = cron.next(LocalDateTime.ofInstant(after, zone));
        while (time.isPresent()) {
            var local = time.get();
            var at = local.atZone(zone).toInstant();
            if (isShown(local) && at.isAfter(after)) {
                return Optional.of(at);
            }
            time = cron.next(local);
        }
        return Optional.empty();
    }

    private boolean isShown(LocalDateTime local) {
        return !zone.getRules().getValidOffsets(local).isEmpty();
    }

    /** The next that this jump of the clock leaves out: it comes when the clock that did not jump would show it. */
    private Optional<Instant> leftOut(Instant after, @Nullable ZoneOffsetTransition jump) {
        if (jump == null || !jump.isGap()) {
            return Optional.empty();
        }
        return cron.next(LocalDateTime.ofInstant(after, jump.getOffsetBefore()))
                .filter(local -> !local.isBefore(jump.getDateTimeBefore()) && local.isBefore(jump.getDateTimeAfter()))
                .map(local -> local.toInstant(jump.getOffsetBefore()));
    }
}
