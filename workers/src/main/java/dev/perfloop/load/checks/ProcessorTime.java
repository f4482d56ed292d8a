package dev.perfloop.load.checks;

/**
 * Time of all processors since the start of the machine, in milliseconds.
 *
 * @param all whatever it was spent on, idle too
 * @param stolen spent on other guests of the same host while we wanted it; 0 where the platform does not tell
 */
public record ProcessorTime(long all, long stolen) {

    /** Share of the time between two readings that others had, 0 to 1. */
    double stolenShareUntil(ProcessorTime later) {
        long passed = later.all - all;
        return passed <= 0 ? 0 : (double) (later.stolen - stolen) / passed;
    }
}
