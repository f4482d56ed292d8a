package dev.perfloop.weekly;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When weeks are reported.
 *
 * @param on        whether the weeks of monitored targets are reported without being asked for
 * @param firstDay  of a week; its report is made on that day of the next one
 * @param at        by the clock of the target's zone
 * @param receivers who gets the reports of weeks by e-mail
 * @param keepAsked how long reports are kept that somebody asked for; those of weeks stay
 */
@ConfigurationProperties("perfloop.weekly")
record WeeklyProperties(
        @DefaultValue("true") boolean on,
        @DefaultValue("MONDAY") DayOfWeek firstDay,
        @DefaultValue("07:00") LocalTime at,
        @DefaultValue List<Receiver> receivers,
        @DefaultValue("30d") Duration keepAsked) {

    /** @param targets whose reports they get; all where none is named */
    record Receiver(String mailbox, @DefaultValue Set<String> targets) {
        boolean wants(String target) {
            return targets.isEmpty() || targets.contains(target);
        }
    }
}
