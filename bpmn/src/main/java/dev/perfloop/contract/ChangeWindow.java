package dev.perfloop.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** From when on an approved plan may be applied, as a person writes it. */
public final class ChangeWindow {
    /** What a plan was measured for does not stay true for ever. */
    private static final Duration FURTHEST = Duration.ofDays(30);

    private ChangeWindow() {}

    /**
     * @param text {@code 22:00} for the next time the clock shows that; else a date and time in ISO 8601
     * @param zone where the clock hangs, of times that do not say it
     * @throws IllegalArgumentException says what is wrong with the text and how it is written right
     */
    public static Instant opens(String text, Instant now, ZoneId zone) {
        Instant opens = read(text.strip(), now, zone);
        if (opens.isBefore(now)) {
            throw new IllegalArgumentException("The change window " + text + " is past. Name a later time.");
        }
        if (opens.isAfter(now.plus(FURTHEST))) {
            throw new IllegalArgumentException("The change window " + text + " is more than " + FURTHEST.toDays()
                    + " days away. Run the loop again closer to it.");
        }
        return opens;
    }

    private static Instant read(String text, Instant now, ZoneId zone) {
        try {
            if (text.length() <= 5) {
                return next(LocalTime.parse(text.length() == 4 ? "0" + text : text), now, zone);
            }
            return text.matches(".*T.*(Z|[+-][\\d:]+)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException foreign) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time. Write 22:00, or 2026-11-21T22:00+01:00.", foreign);
        }
    }

    private static Instant next(LocalTime time, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        Instant opens = today.atTime(time).atZone(zone).toInstant();
        return opens.isBefore(now) ? today.plusDays(1).atTime(time).atZone(zone).toInstant() : opens;
    }
}
