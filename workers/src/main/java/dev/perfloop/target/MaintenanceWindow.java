package dev.perfloop.target;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A time in which the owner expects work on the target, whatever its load.
 *
 * @param days  on which it begins; empty for every day
 * @param until not after {@code from} where it goes past midnight
 */
public record MaintenanceWindow(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<days>[A-Za-z]{3}(?:\\s*,\\s*[A-Za-z]{3})*)\\s+)?(?<from>\\d\\d:\\d\\d)-(?<until>\\d\\d:\\d\\d)(?:\\s+(?<zone>\\S+))?");

    public MaintenanceWindow {
        days = Set.copyOf(days);
    }

    /** Reads {@code Sat,Sun 22:00-04:00 Europe/Berlin}; every day without days, UTC without a zone. */
    static MaintenanceWindow of(String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw refused(text);
        }
        try {
            String days = parts.group("days");
            String zone = parts.group("zone");
            return new MaintenanceWindow(
                    days == null
                            ? Set.of()
                            : Arrays.stream(days.split(","))
                                    .map(day -> day(day.strip(), text))
                                    .collect(Collectors.toSet()),
                    LocalTime.parse(parts.group("from")),
                    LocalTime.parse(parts.group("until")),
                    zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
        } catch (DateTimeException noTime) {
            throw refused(text);
        }
    }

    public boolean isOpenAt(Instant instant) {
        var at = instant.atZone(zone);
        var time = at.toLocalTime();
        boolean begun = !time.isBefore(from) && beginsOn(at.getDayOfWeek());
        boolean goesOn = time.isBefore(until);
        return from.isBefore(until)
                ? begun && goesOn
                : begun || goesOn && beginsOn(at.getDayOfWeek().minus(1));
    }

    private boolean beginsOn(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }

    private static DayOfWeek day(String name, String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused(text));
    }

    private static TargetRefused refused(String text) {
        return new TargetRefused(
                "'" + text + "' is not a maintenance window.",
                "Write it like 22:00-04:00, or Sat,Sun 22:00-04:00 Europe/Berlin.");
    }
}
