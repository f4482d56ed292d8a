package dev.perfloop.analysis.infrastructure;

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
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.StatementFacts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says when the disk is what statements wait for: it is busy, and they spend their time reading and writing. */
@Component
final class DiskDetector implements Detector {
    static final String DISK_BOUND = "DISK_BOUND";

    /** An SSD serves many requests at once, so that a busy one alone is no shortage. */
    private static final double BUSY = 0.8;

    private static final double WAITS = 0.2;

    @Override
    public Layer layer() {
        return Layer.INFRASTRUCTURE;
    }

    @Override
    public Detection in(Workload workload) {
        var busy = workload.series().mean(Metrics.DISK_BUSY_SHARE);
        if (busy.isEmpty()) {
            return Detection.unseen(
                    "disks of the host",
                    "no source tells of them",
                    "Run Perfloop's workers on the machine of the target's database, or look at its monitoring.");
        }
        double ioMs = workload.profile().statements().stream()
                .map(StatementFacts::details)
                .mapToDouble(it -> it.readMs() + it.writeMs())
                .sum();
        double share = workload.databaseMs() <= 0 ? 0 : ioMs / workload.databaseMs();
        double waiting = workload.series().mean(Metrics.HOST_IO_WAIT_SHARE).orElse(0);
        boolean bound = busy.getAsDouble() >= BUSY && (share >= WAITS || waiting >= WAITS);
        return bound ? Detection.of(List.of(finding(workload, busy.getAsDouble(), share, waiting))) : Detection.NOTHING;
    }

    private static Finding finding(Workload workload, double busy, double share, double waiting) {
        String shows = String.format(
                Locale.ROOT,
                "busy %.0f %% of the time, %.1f ms each, %.1f MB/s; statements spend %.0f %% of their time on it, CPUs wait for it "
                        + "%.0f %%",
                100 * busy,
                workload.series().mean(Metrics.DISK_SERVICE_MS).orElse(0),
                workload.series().mean(Metrics.DISK_BYTES_PER_SECOND).orElse(0) / 1e6,
                100 * share,
                100 * waiting);
        return Finding.observed(
                        "host-disk",
                        DISK_BOUND,
                        Layer.INFRASTRUCTURE,
                        Math.min(100, 100 * Math.max(share, waiting) * workload.databaseShare()),
                        Confidence.MEDIUM,
                        Effort.ARCHITECTURE,
                        "The disk is what the database waits for: " + shows,
                        Evidence.of("Whatever reads or writes less comes first; other findings say what that is.")
                                .along(Chain.of(workload)
                                        .add(LinkKind.HOST, "disk", shows)
                                        .links())
                                .about(List.of("host:disk")))
                .proposing(
                        new Proposal.CodeAdvice(
                                "Read and write less, or use a faster disk",
                                "Memory for the working set (shared_buffers and the page cache) spares reads; a larger max_wal_size and "
                                        + "wal_compression spare writes; a disk of its own for the WAL takes its flushes out of the queue."));
    }
}
