package dev.perfloop.web.schedules;

import dev.perfloop.contract.timetable.Timetable;
import dev.perfloop.web.problems.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the times of a schedule. */
final class ScheduleRules {
    /** The shortest run takes minutes, and a target that is always under load is measured by nobody else. */
    static final Duration LEAST_PAUSE = Duration.ofMinutes(15);

    /** More than a month of the closest times that are allowed in one day each. */
    private static final int LOOKED_AT = 200;

    private ScheduleRules() {}

    static List<FieldProblem> problems(String times, String zone, Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        ZoneId clock = ZoneOffset.UTC;
        try {
            clock = Timetable.zone(zone);
        } catch (IllegalArgumentException unknown) {
            problems.add(problem("zone", unknown));
        }
        try {
            check(Timetable.of(times, clock, now), now);
        } catch (IllegalArgumentException wrong) {
            problems.add(problem("times", wrong));
        }
        return problems;
    }

    private static void check(Timetable table, Instant now) {
        if (table.next(now).isEmpty()) {
            throw new IllegalArgumentException("This time never comes. Name one that does.");
        }
        table.shortestPause(now, LOOKED_AT)
                .filter(pause -> pause.compareTo(LEAST_PAUSE) < 0)
                .ifPresent(pause -> {
                    throw new IllegalArgumentException(
                            "Runs would begin " + words(pause) + " after each other. At least "
                                    + LEAST_PAUSE.toMinutes() + " minutes have to lie between them.");
                });
    }

    private static String words(Duration pause) {
        return pause.toMinutes() == 0
                ? pause.toSeconds() + " seconds"
                : pause.toMinutes() == 1 ? "a minute" : pause.toMinutes() + " minutes";
    }

    private static FieldProblem problem(String field, IllegalArgumentException wrong) {
        return new FieldProblem(1, field, String.valueOf(wrong.getMessage()));
    }
}
