package dev.perfloop.target;

import java.time.Duration;
import java.util.OptionalDouble;

/** Reads the quantities of a target file, and refuses what is none. */
final class Quantities {
    private Quantities() {}

    static Duration duration(String text) {
        double nanos = dev.perfloop.contract.Quantities.duration(text)
                .orElseThrow(() ->
                        new TargetRefused("'" + text + "' is not a duration.", "Write it like 200ms, 1.5s or 10m."));
        return Duration.ofNanos(Math.round(nanos));
    }

    /** A share from 0 to 1. */
    static double share(String text) {
        return number(dev.perfloop.contract.Quantities.share(text), text);
    }

    /** Events a second. */
    static double rate(String text) {
        return number(dev.perfloop.contract.Quantities.rate(text), text);
    }

    private static double number(OptionalDouble number, String text) {
        return number.orElseThrow(
                () -> new TargetRefused("'" + text + "' is not a number.", "Write it like 40/s, 0.5% or 0.005."));
    }
}
