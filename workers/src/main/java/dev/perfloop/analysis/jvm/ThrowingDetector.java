package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.JvmFacts.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds exceptions that are thrown as a matter of course. */
@Component
final class ThrowingDetector implements Detector {
    static final String EXCEPTIONS = "EXCEPTIONS_AS_CONTROL_FLOW";

    /** More than a handful a request is no exception any more. */
    private static final double A_REQUEST = 5;

    /**
     * Filling in a stack trace takes 1 to 5 microseconds for tens of frames and grows with their number (A. Shipilev, "The
     * Exceptional Performance of Lil' Exception"); a server's request has about a hundred.
     */
    private static final double MS_EACH = 0.01;

    /** Share of the CPU's time, by the rule of thumb. */
    private static final double UNCAUGHT = 0.5;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        if (Recorded.missing(workload)) {
            return Recorded.unseen(workload);
        }
        var recorded = new Recorded(workload);
        var jvm = recorded.jvm();
        double thrown = jvm.exceptionsPerSecond() * jvm.seconds();
        double each = recorded.msPerRequest(thrown, List.of());
        double used = recorded.cpuMs(jvm.samples());
        double byRule = thrown * MS_EACH;
        var site = site(jvm, byRule >= UNCAUGHT * used);
        if (each < A_REQUEST) {
            return Detection.NOTHING;
        }
        // The CPU is at most what was used by the code that throws; the rule of thumb holds where it is less.
        double ms = Math.min(used, byRule);
        double impact = site.map(place -> Entry.of(workload, place.entry()))
                .map(entry -> recorded.impact(ms, entry.requests()))
                .orElse(0.0);
        if (impact < Recorded.WORTH_NAMING || site.isEmpty()) {
            return Detection.of(
                    List.of(),
                    List.of(new Refused(
                            "exceptions",
                            String.format(
                                    Locale.ROOT,
                                    "%.0f a request, which cost little or whose place was not seen",
                                    each))));
        }
        return Detection.of(List.of(finding(workload, recorded, site.get(), each, ms, impact)));
    }

    /**
     * A stack trace is filled in by native code, where not every JVM takes samples of threads; it is allocated as well, which all
     * of them tell.
     */
    private static Optional<Place> site(JvmFacts jvm, boolean mostOfTheCpu) {
        return jvm.hot().stream()
                .filter(hot -> hot.throwing() > 0 && !hot.frame().isEmpty())
                .max(Comparator.comparingLong(HotCode::throwing))
                .map(hot -> new Place(hot.frame(), hot.entry()))
                .or(() -> jvm.allocation().sites().stream()
                        .filter(site -> mostOfTheCpu)
                        .filter(site -> site.type().equals(JvmFacts.STACK_TRACES)
                                && !site.frame().isEmpty())
                        .max(Comparator.comparingDouble(Site::bytesPerSecond))
                        .map(site -> new Place(site.frame(), site.entry())));
    }

    private record Place(String frame, String entry) {}

    private static Finding finding(
            Workload workload, Recorded recorded, Place site, double each, double ms, double impact) {
        var entry = Entry.of(workload, site.entry());
        String shows = String.format(
                Locale.ROOT,
                "%.0f exceptions a request, %.0f a second",
                each,
                recorded.jvm().exceptionsPerSecond());
        return recorded.gaining(
                        Finding.observed(
                                "exceptions-" + Integer.toHexString(site.frame().hashCode()),
                                EXCEPTIONS,
                                Layer.APPLICATION,
                                impact,
                                Confidence.MEDIUM,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "%.0f exceptions are thrown in each request, most in %s",
                                        each,
                                        Recorded.brief(site.frame())),
                                recorded.evidence(
                                        entry,
                                        site.frame(),
                                        shows,
                                        shows + "; samples caught their stack traces being made there.")),
                        ms,
                        0.2,
                        1)
                .proposing(new Proposal.CodeAdvice(
                        "Answer instead of throwing in " + Recorded.brief(site.frame()),
                        "Return an `Optional`, a result or a default where the case is an ordinary one, or check before calling. "
                                + "Where the type must stay an exception, override `fillInStackTrace`."));
    }
}
