package dev.perfloop.monitoring.source;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source told.
 *
 * @param moment values of this moment
 * @param rates what to make of what was added since the reading before
 */
public record Told(Counters counters, List<Measured> moment, Rates rates) {

    /** Makes values of what counters added. */
    public interface Rates {
        List<Measured> of(Growth growth);
    }

    public static Told ofMoment(Counters none, List<Measured> moment) {
        return new Told(none, moment, growth -> List.of());
    }

    /** @param before what the source told before; null when that is not known, and then nothing is said of rates */
    public Reading reading(Source source, @Nullable Counters before) {
        List<Measured> measured = new ArrayList<>(moment);
        if (before == null || !counters.at().isAfter(before.at())) {
            return new Reading(source, counters.at(), 0, measured);
        }
        var growth = counters.since(before);
        measured.addAll(rates.of(growth));
        return new Reading(source, counters.at(), growth.seconds(), measured);
    }
}
