package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.server.ServerSettings.KB;
import static dev.perfloop.analysis.server.ServerSettings.MB;
import static dev.perfloop.analysis.server.ServerSettings.readable;

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
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds sorts and hashes that go through temporary files since {@code work_mem} is too small for them. */
@Component
final class WorkMemDetector implements Detector {
    static final String SMALL_WORK_MEM = "SMALL_WORK_MEM";

    /** Rows take more room in memory than on file: two to three times (PostgreSQL's manual, 19.4.1 and log_temp_files). */
    private static final double IN_MEMORY = 3;

    /**
     * Temporary files mostly stay in the page cache. What they cost is then writing and reading them, at some hundred megabytes a
     * second with the merging; sorting in memory costs its share too. So the estimate is low, and its lower end nothing at all.
     */
    private static final double BYTES_PER_MS = 300_000;

    private static final double AT_MOST = 0.6;

    /** A quarter of what the server counts on for caching, for all sessions together. */
    private static final double SHARE_OF_MEMORY = 0.25;

    private static final long MOST = 256 * MB;
    private static final double SHARE = 0.01;
    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var settings = new ServerSettings(workload.profile().settings());
        List<StatementFacts> spilling = workload.profile().statements().stream()
                .filter(statement -> statement.details().tempWritten() > 0 && statement.dbTimeShare() >= SHARE)
                .sorted(Comparator.comparingDouble((StatementFacts it) -> removable(it, settings) * it.totalMs())
                        .reversed())
                .toList();
        if (spilling.isEmpty()) {
            return Detection.NOTHING;
        }
        double impact = Math.min(
                100,
                spilling.stream()
                        .mapToDouble(it -> workload.impactOf(it, removable(it, settings)))
                        .sum());
        if (impact < WORTH_NAMING) {
            return Detection.of(
                    List.of(),
                    List.of(new Refused("work_mem", "some statements spill, but what it costs does not matter")));
        }
        return Detection.of(List.of(finding(workload, spilling, settings, impact)));
    }

    private static double removable(StatementFacts statement, ServerSettings settings) {
        double moved = (double)
                        (statement.details().tempWritten() + statement.details().tempRead())
                * settings.blockSize();
        return statement.totalMs() <= 0 ? 0 : Math.min(AT_MOST, moved / BYTES_PER_MS / statement.totalMs());
    }

    private static Finding finding(
            Workload workload, List<StatementFacts> spilling, ServerSettings settings, double impact) {
        var first = spilling.getFirst();
        double perCall = Spill.writtenPerCall(first, settings.blockSize());
        long current = settings.bytes("work_mem", KB).orElse(4 * MB);
        long wanted = wanted(spilling, settings);
        long bound = bound(workload, settings);
        long proposed = Math.min(wanted, bound);
        var chain = Chain.of(workload, first);
        var plan = workload.plans().get(first.queryId());
        if (plan != null) {
            Spill.node(plan).ifPresent(node -> chain.node(node, first.queryId()));
        }
        chain.add(LinkKind.SETTING, "work_mem", ServerSettings.shown(current));
        List<String> subjects = new ArrayList<>();
        spilling.forEach(it -> subjects.add("statement:" + it.queryId()));
        subjects.add("setting:work_mem");
        double savedMs = spilling.stream()
                .mapToDouble(it -> removable(it, settings) * it.totalMs())
                .sum();
        var finding = Finding.observed(
                "small-work-mem",
                SMALL_WORK_MEM,
                Layer.DATABASE,
                impact,
                perCall >= current / 4.0 ? Confidence.MEDIUM : Confidence.LOW,
                Effort.QUICK,
                String.format(
                        Locale.ROOT,
                        "work_mem of %s is too small: %s, %s a call",
                        ServerSettings.shown(current),
                        spilling.size() == 1
                                ? "a statement spills"
                                : spilling.size() + " statements spill, the heaviest",
                        readable(perCall)),
                Evidence.of(
                                workload,
                                first,
                                String.format(
                                        Locale.ROOT,
                                        "Each call wrote %s to temporary files. In memory that needs about %s%s. The files are mostly in "
                                                + "the page cache, so that the gain may be small or none: try it before it stays.",
                                        readable(perCall),
                                        ServerSettings.shown(wanted),
                                        wanted > bound
                                                ? ", of which " + ServerSettings.shown(bound)
                                                        + " can be given to every session that may sort at once"
                                                : ""))
                        .along(chain.links())
                        .about(List.copyOf(subjects)));
        return Gain.of(finding, workload, savedMs, 0)
                .proposing(
                        proposed > current
                                ? new Proposal.SetParameter(
                                        "work_mem",
                                        ServerSettings.shown(proposed),
                                        ServerSettings.shown(current),
                                        false)
                                : null);
    }

    /** Room for the largest of them, a power of two. */
    private static long wanted(List<StatementFacts> spilling, ServerSettings settings) {
        double largest = spilling.stream()
                .mapToDouble(it -> Spill.writtenPerCall(it, settings.blockSize()))
                .max()
                .orElse(0);
        double needed = Math.min(MOST, Math.max(MB, IN_MEMORY * largest));
        return Math.min(MOST, Long.highestOneBit((long) Math.ceil(needed) * 2 - 1));
    }

    private static long bound(Workload workload, ServerSettings settings) {
        long memory =
                settings.bytes("effective_cache_size", settings.blockSize()).orElse(4 * ServerSettings.GB);
        double sessions =
                Math.max(4, 2 * workload.series().mean(Metrics.ACTIVE_SESSIONS).orElse(4));
        return Math.max(MB, Math.min(MOST, Long.highestOneBit((long) (SHARE_OF_MEMORY * memory / sessions))));
    }
}
