package dev.perfloop.monitoring.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How finely series are kept. Hours and days are those of UTC. */
public enum Resolution {
    RAW("sample", ChronoUnit.SECONDS, ChronoUnit.DAYS),
    MINUTE("sample_minute", ChronoUnit.MINUTES, ChronoUnit.DAYS),
    HOUR("sample_hour", ChronoUnit.HOURS, ChronoUnit.MONTHS),
    DAY("sample_day", ChronoUnit.DAYS, ChronoUnit.MONTHS);

    private final String table;
    private final ChronoUnit unit;
    private final ChronoUnit partition;

    Resolution(String table, ChronoUnit unit, ChronoUnit partition) {
        this.table = table;
        this.unit = unit;
        this.partition = partition;
    }

    String table() {
        return table;
    }

    /** As in {@code date_trunc}. */
    String unit() {
        return unit.name().toLowerCase(Locale.ROOT).replaceFirst("s$", "");
    }

    public Duration length() {
        return unit.getDuration();
    }

    Instant floor(Instant at) {
        return at.truncatedTo(unit);
    }

    Instant ceiling(Instant at) {
        Instant floor = floor(at);
        return floor.equals(at) ? at : floor.plus(unit.getDuration());
    }

    /** The first day of the partition that holds this moment. */
    LocalDate partitionOf(Instant at) {
        var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return partition == ChronoUnit.MONTHS ? day.withDayOfMonth(1) : day;
    }

    LocalDate next(LocalDate itsFirstDay) {
        return itsFirstDay.plus(1, partition);
    }

    String partitionName(LocalDate itsFirstDay) {
        return table + "_" + itsFirstDay.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    LocalDate firstDayOf(String itsName) {
        return LocalDate.parse(itsName.substring(table.length() + 1), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
