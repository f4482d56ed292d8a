package dev.perfloop.web.usual;

import org.springframework.stereotype.Service;

/** The usual week of each series. */
@Service
public class UsualWeeks {
    private final UsualWeekRepository rows;

    UsualWeeks(UsualWeekRepository rows) {
        this.rows = rows;
    }

    /** Without any hour where nothing is usual yet. */
    public UsualWeek of(int series) {
        return rows.of(series);
    }
}
