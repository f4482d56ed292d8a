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
import dev.perfloop.profiling.JvmFacts.HotCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Finds what uses the CPU: own code, by itself, the JDK or a library it asked; or a library that no own code is seen to ask,
 * such as one that writes answers or checks passwords.
 */
@Component
final class HotCodeDetector implements Detector {
    static final String CPU_HOT_PATH = "CPU_HOT_PATH";

    /** Of 30 samples a share of a quarter is known to within 16 points at 95 % (binomial). */
    private static final long ENOUGH = 30;

    private static final long MANY = 100;

    /** A method below a quarter of all CPU is one of many. */
    private static final double HOT = 0.25;

    /** Less CPU than that is not noticed by whoever waits for an answer. */
    private static final double LEAST_MS = 1;

    private static final double MOSTLY = 0.5;

    /** Their work is asked for by statements, and judged there. */
    private static final List<String> DATA_ACCESS = List.of(
            "org.postgresql",
            "org.springframework.jdbc",
            "org.springframework.data",
            "org.springframework.orm",
            "org.springframework.transaction",
            "org.hibernate",
            "com.zaxxer",
            "org.jooq",
            "org.mybatis",
            "org.apache.ibatis",
            "org.apache.commons.dbcp2",
            "io.agroal",
            "io.r2dbc",
            "jakarta.persistence",
            "com.impossibl");

    /** They carry requests to and fro; an even spread over them is the price of a request. */
    private static final List<String> CARRIERS = List.of(
            "org.apache.tomcat",
            "org.apache.coyote",
            "org.apache.catalina",
            "org.springframework.web",
            "org.springframework.http",
            "org.springframework.boot",
            "org.springframework.aop",
            "org.springframework.core",
            "org.springframework.util",
            "org.springframework.beans",
            "org.springframework.context",
            "io.netty",
            "org.eclipse.jetty",
            "io.undertow",
            "org.xnio",
            "io.micrometer",
            "reactor",
            "io.vertx",
            "org.glassfish",
            "io.quarkus",
            "io.smallrye",
            "org.jboss",
            "io.opentelemetry",
            "jakarta.servlet");

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
        Map<String, List<HotCode>> byFrame = new LinkedHashMap<>();
        recorded.jvm().hot().stream()
                .filter(hot -> !subject(hot).isEmpty() && !isOf(hot.library(), DATA_ACCESS))
                .forEach(hot -> byFrame.computeIfAbsent(subject(hot), it -> new ArrayList<>())
                        .add(hot));
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        byFrame.forEach((frame, hot) -> judge(workload, recorded, frame, hot, findings, refused));
        return Detection.of(findings, refused);
    }

    private static void judge(
            Workload workload,
            Recorded recorded,
            String frame,
            List<HotCode> hot,
            List<Finding> findings,
            List<Refused> refused) {
        long samples = hot.stream().mapToLong(HotCode::samples).sum();
        double share = (double) samples / Math.max(1, recorded.jvm().samples());
        if (samples < ENOUGH || share < HOT) {
            return;
        }
        var entry = Entry.of(workload, hot, HotCode::entry, HotCode::samples);
        double ms = recorded.cpuMs(samples);
        double impact = recorded.impact(ms, entry.requests());
        String subject = "CPU of " + Recorded.brief(frame);
        if (recorded.msPerRequest(ms, entry.requests()) < LEAST_MS || impact < Recorded.WORTH_NAMING) {
            refused.add(new Refused(
                    subject,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the CPU, but only %.2f ms a request",
                            100 * share,
                            recorded.msPerRequest(ms, entry.requests()))));
        } else if (mostly(hot.stream().mapToLong(HotCode::throwing).sum(), samples)) {
            refused.add(new Refused(subject, "it goes into exceptions, which are judged as such"));
        } else if (mostly(hot.stream().mapToLong(HotCode::logging).sum(), samples)) {
            refused.add(new Refused(subject, "it goes into logging, which is judged as such"));
        } else if (AllocationDetector.allocates(recorded, frame, ms)) {
            refused.add(new Refused(subject, "it goes into allocating, which is judged as such"));
        } else {
            findings.add(finding(recorded, frame, hot, entry, share, ms, impact));
        }
    }

    private static Finding finding(
            Recorded recorded, String frame, List<HotCode> hot, Entry entry, double share, double ms, double impact) {
        var most = hot.stream().max(Comparator.comparingLong(HotCode::samples)).orElseThrow();
        long samples = hot.stream().mapToLong(HotCode::samples).sum();
        String under = most.hottest().equals(frame) ? "" : ", most of it in " + Recorded.brief(most.hottest());
        String shows = String.format(
                Locale.ROOT,
                "%d of %d samples of the CPU%s, %.1f ms a request",
                samples,
                recorded.jvm().samples(),
                under,
                recorded.msPerRequest(ms, entry.requests()));
        return recorded.gaining(
                        Finding.observed(
                                "hot-" + Integer.toHexString(frame.hashCode()),
                                CPU_HOT_PATH,
                                Layer.APPLICATION,
                                impact,
                                samples >= MANY ? Confidence.HIGH : Confidence.MEDIUM,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "%s takes %.0f %% of the service's CPU",
                                        Recorded.brief(frame),
                                        100 * share),
                                recorded.evidence(
                                        entry,
                                        frame,
                                        shows,
                                        shows + ". The process used "
                                                + Math.round(
                                                        100 * recorded.jvm().cpuShare()) + " % of its "
                                                + recorded.jvm().cores() + " CPUs.")),
                        ms,
                        0.3,
                        0.9)
                .proposing(new Proposal.CodeAdvice(
                        "Make " + Recorded.brief(frame) + " do less",
                        "`" + frame + "` uses the CPU" + under
                                + ". Do its work once instead of at each request (compute ahead, "
                                + "keep the result), use a cheaper algorithm, or ask it for less. The flame graph shows who calls "
                                + "it."));
    }

    private static boolean mostly(long some, long all) {
        return some >= MOSTLY * all;
    }

    private static String subject(HotCode hot) {
        return hot.frame().isEmpty() && !isOf(hot.library(), CARRIERS) ? hot.library() : hot.frame();
    }

    private static boolean isOf(String library, List<String> packages) {
        return packages.stream().anyMatch(library::startsWith);
    }
}
