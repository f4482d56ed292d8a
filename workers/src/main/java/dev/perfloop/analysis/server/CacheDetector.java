package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.server.ServerSettings.MB;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.StatementFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds a server whose statements wait for pages that no longer fit its cache; only where that waiting takes time. */
@Component
final class CacheDetector implements Detector {
    static final String SMALL_SHARED_BUFFERS = "SMALL_SHARED_BUFFERS";

    /** Share of the statements' time. */
    private static final double READING = 0.1;

    /** So many pages missed in the cache are worth asking what they cost. */
    private static final double MISSED = 0.05;

    /** "A reasonable starting value for shared_buffers is 25% of the memory" (PostgreSQL's manual, 19.4.1). */
    private static final double OF_MEMORY = 0.25;

    /** effective_cache_size is by convention set to three quarters of it. */
    private static final double CACHED_OF_MEMORY = 0.75;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var statements = workload.profile().statements();
        double read = statements.stream()
                .mapToDouble(StatementFacts::sharedBlocksRead)
                .sum();
        double hit =
                statements.stream().mapToDouble(StatementFacts::sharedBlocksHit).sum();
        double missed = read / Math.max(1, read + hit);
        double readMs =
                statements.stream().mapToDouble(it -> it.details().readMs()).sum();
        var settings = new ServerSettings(workload.profile().settings());
        if (missed < MISSED) {
            return Detection.NOTHING;
        }
        if (readMs <= 0 && settings.isOff("track_io_timing")) {
            return Detection.unseen(
                    "how long reading from disk takes",
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the pages were not in the cache, and track_io_timing is off",
                            100 * missed),
                    "ALTER SYSTEM SET track_io_timing = on; SELECT pg_reload_conf();");
        }
        double share = workload.databaseMs() <= 0 ? 0 : Math.min(1, readMs / workload.databaseMs());
        if (share < READING) {
            return Detection.of(
                    List.of(),
                    List.of(new Refused(
                            "shared_buffers",
                            String.format(
                                    Locale.ROOT,
                                    "%.0f %% of the pages were not in the cache, but reading them took %.0f %% of the time only: the "
                                            + "operating system has them",
                                    100 * missed,
                                    100 * share))));
        }
        return Detection.of(List.of(finding(workload, settings, missed, share, readMs)));
    }

    private static Finding finding(
            Workload workload, ServerSettings settings, double missed, double share, double readMs) {
        var first = workload.profile().statements().stream()
                .max(Comparator.comparingDouble(
                        (StatementFacts it) -> it.details().readMs()))
                .orElseThrow();
        double impact = Math.min(
                100,
                workload.profile().statements().stream()
                        .filter(it -> it.details().readMs() > 0 && it.totalMs() > 0)
                        .mapToDouble(it ->
                                workload.impactOf(it, Math.min(1, it.details().readMs() / it.totalMs())))
                        .sum());
        long current = settings.bytes("shared_buffers", settings.blockSize()).orElse(128 * MB);
        String figures = String.format(
                Locale.ROOT,
                "%.0f %% of the pages asked for were not in the cache of %s; reading them took %.0f %% of the statements' time",
                100 * missed,
                ServerSettings.shown(current),
                100 * share);
        return Gain.of(
                        Finding.observed(
                                "small-shared-buffers",
                                SMALL_SHARED_BUFFERS,
                                Layer.DATABASE,
                                impact,
                                Confidence.MEDIUM,
                                Effort.COMPLEX,
                                "Statements wait for the disk: " + figures,
                                Evidence.of(
                                                workload,
                                                first,
                                                figures
                                                        + ". A larger cache helps as far as the same pages are asked for again; a statement "
                                                        + "that reads a large table whole needs an index instead.")
                                        .along(Chain.of(workload, first)
                                                .add(LinkKind.SETTING, "shared_buffers", ServerSettings.shown(current))
                                                .links())
                                        .about(List.of("statement:" + first.queryId(), "setting:shared_buffers"))),
                        workload,
                        readMs,
                        0.1)
                .proposing(proposal(settings, current));
    }

    private static Proposal proposal(ServerSettings settings, long current) {
        long memory = (long)
                (settings.bytes("effective_cache_size", settings.blockSize()).orElse(0) / CACHED_OF_MEMORY);
        long most = (long) (OF_MEMORY * memory) / MB * MB;
        long proposed = Math.min(most, 4 * current);
        return proposed > current
                ? new Proposal.SetParameter(
                        "shared_buffers", ServerSettings.shown(proposed), ServerSettings.shown(current), true)
                : new Proposal.CodeAdvice(
                        "Give the database more memory, or less to read",
                        "shared_buffers is at a quarter of the memory that effective_cache_size tells of, so that a larger cache takes "
                                + "more memory in the machine. If that setting is only a default, set it to three quarters of the "
                                + "memory and look again.");
    }
}
