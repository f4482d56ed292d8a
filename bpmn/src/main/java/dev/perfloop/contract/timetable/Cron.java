package dev.perfloop.contract.timetable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * A cron expression of five fields on a clock that never changes. Day of month and day of week both have to fit, as with Spring and
 * Zeebe and unlike crontab: {@code 0 2 1-7 * MON} is the first Monday of a month.
 */
record Cron(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays) {
    private static final Map<String, String> NAMED = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *");

    /** The 29th of February on a given day of the week comes again after forty years at the latest. */
    private static final int FURTHEST_YEARS = 40;

    private static final int DAYS_A_WEEK = 7;

    /** @throws IllegalArgumentException says what is wrong with the text and how it is written right */
    static Cron of(String text) {
        String[] fields = NAMED.getOrDefault(text, text).split("\\s+");
        if (fields.length != CronField.values().length) {
            throw new IllegalArgumentException("\"" + text + "\" has " + fields.length
                    + " fields, not five: minute, hour, day of month, month, day of week. Write 0 2 * * MON-FRI for 02:00 on"
                    + " working days, or an interval such as R/P1D.");
        }
        return new Cron(
                CronField.MINUTE.read(fields[0]),
                CronField.HOUR.read(fields[1]),
                CronField.DAY.read(fields[2]),
                CronField.MONTH.read(fields[3]),
                CronField.WEEKDAY.read(fields[4]));
    }

    Optional<LocalDateTime> next(LocalDateTime after) {
        var first = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        var last = first.toLocalDate().plusYears(FURTHEST_YEARS);
        var day = first.toLocalDate();
        var from = first.toLocalTime();
        while (!day.isAfter(last)) {
            if (!months.get(day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
            } else {
                var time = isOn(day) ? timeFrom(from) : Optional.<LocalTime>empty();
                if (time.isPresent()) {
                    return Optional.of(day.atTime(time.get()));
                }
                day = day.plusDays(1);
            }
            from = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    private boolean isOn(LocalDate day) {
        return days.get(day.getDayOfMonth()) && weekdays.get(day.getDayOfWeek().getValue() % DAYS_A_WEEK);
    }

    private Optional<LocalTime> timeFrom(LocalTime from) {
        int hour = hours.nextSetBit(from.getHour());
        if (hour == from.getHour()) {
            int minute = minutes.nextSetBit(from.getMinute());
            if (minute >= 0) {
                return Optional.of(LocalTime.of(hour, minute));
            }
            hour = hours.nextSetBit(hour + 1);
        }
        return hour < 0 ? Optional.empty() : Optional.of(LocalTime.of(hour, minutes.nextSetBit(0)));
    }
}
