package dev.perfloop.contract.timetable;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One field of a cron expression. */
enum CronField {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY("day of month", 1, 31, List.of()),
    MONTH("month", 1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    /** Sunday is 0, and 7 as well. */
    WEEKDAY("day of week", 0, 6, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private static final int SUNDAY_AGAIN = 7;

    private final String called;
    private final int least;
    private final int most;
    private final List<String> names;

    CronField(String called, int least, int most, List<String> names) {
        this.called = called;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** The values that a list of numbers, names, ranges and steps stands for. */
    BitSet read(String text) {
        var values = new BitSet();
        for (String part : text.split(",", -1)) {
            add(values, part);
        }
        if (this == WEEKDAY && values.get(SUNDAY_AGAIN)) {
            values.set(0);
            values.clear(SUNDAY_AGAIN);
        }
        return values;
    }

    private void add(BitSet values, String part) {
        String[] stepped = part.split("/", -1);
        if (stepped.length > 2) {
            throw wrong(part);
        }
        String[] range = stepped[0].split("-", -1);
        boolean all = stepped[0].equals("*") || stepped[0].equals("?");
        if (range.length > 2) {
            throw wrong(part);
        }
        int from = all ? least : value(range[0], part);
        int to = all ? most : range.length == 2 ? value(range[1], part) : stepped.length == 2 ? most : from;
        if (this == WEEKDAY && to == 0 && from > 0) {
            to = SUNDAY_AGAIN;
        }
        if (from > to) {
            throw new IllegalArgumentException(
                    "The " + called + " \"" + part + "\" goes backwards. Write two ranges, with a comma between them.");
        }
        int step = stepped.length == 2 ? step(stepped[1], part) : 1;
        for (int value = from; value <= to; value += step) {
            values.set(value);
        }
    }

    private int value(String text, String part) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return least + named;
        }
        int value = number(text, part);
        int highest = this == WEEKDAY ? SUNDAY_AGAIN : most;
        if (value < least || value > highest) {
            throw new IllegalArgumentException(
                    "The " + called + " " + value + " is not between " + least + " and " + highest + ".");
        }
        return value;
    }

    private int step(String text, String part) {
        int step = number(text, part);
        if (step == 0) {
            throw wrong(part);
        }
        return step;
    }

    private int number(String text, String part) {
        if (!text.matches("\\d{1,4}")) {
            throw wrong(part);
        }
        return Integer.parseInt(text);
    }

    private IllegalArgumentException wrong(String part) {
        return new IllegalArgumentException("The " + called + " \"" + part + "\" is not understood. Write a number"
                + (names.isEmpty() ? "" : " or a name such as " + names.getLast())
                + ", a list 1,2, a range 1-5, a step */2, or *.");
    }
}
