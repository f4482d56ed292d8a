package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.server.ServerSettings.GB;
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
import dev.perfloop.profiling.ServerFacts.Checkpoints;
import dev.perfloop.profiling.StatementFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds checkpoints that come before their time since the WAL may not grow large enough. */
@Component
final class CheckpointDetector implements Detector {
    static final String CHECKPOINT_PRESSURE = "CHECKPOINT_PRESSURE";

    /** The server itself warns when they come within half a minute (checkpoint_warning, PostgreSQL's manual 19.5.2). */
    private static final double OFTEN_SECONDS = 30;

    /** What sessions wait for while a checkpoint writes, and after it every page goes to the WAL in full. */
    private static final Set<String> ITS_WAITS = Set.of(
            "IO:WALWrite",
            "IO:WalWrite",
            "IO:WALSync",
            "IO:WalSync",
            "IO:DataFileWrite",
            "IO:DataFileExtend",
            "IO:DataFileFlush",
            "IO:DataFileSync",
            "IO:DataFileImmediateSync",
            "LWLock:WALWrite",
            "LWLock:WALInsert",
            "LWLock:WalWrite",
            "LWLock:WalInsert",
            "LWLock:CheckpointerComm");

    private static final double LEAST_IMPACT = 2;
    private static final double BOUND_BY_DISK = 16.0 * GB;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var checkpoints = workload.captured().server().checkpoints();
        if (checkpoints == null || checkpoints.requested() == 0) {
            return Detection.NOTHING;
        }
        double each = checkpoints.seconds() / checkpoints.requested();
        if (checkpoints.requested() < 2 || checkpoints.requested() <= checkpoints.timed() && each > OFTEN_SECONDS) {
            return Detection.of(
                    List.of(),
                    List.of(new Refused(
                            "checkpoints",
                            String.format(
                                    Locale.ROOT,
                                    "%d came before their time in %.0f s, which is not many",
                                    checkpoints.requested(),
                                    checkpoints.seconds()))));
        }
        return Detection.of(List.of(finding(workload, checkpoints, each)));
    }

    private static Finding finding(Workload workload, Checkpoints checkpoints, double each) {
        var settings = new ServerSettings(workload.profile().settings());
        long current = settings.bytes("max_wal_size", MB).orElse(GB);
        double waiting = waiting(workload);
        double wal = workload.profile().statements().stream()
                .mapToDouble(StatementFacts::walBytes)
                .sum();
        String figures = String.format(
                Locale.ROOT,
                "%d checkpoints came before their time and %d on time in %.0f s, one each %.0f s",
                checkpoints.requested(),
                checkpoints.timed(),
                checkpoints.seconds(),
                each);
        double databaseWaitMs = waiting * workload.databaseMs();
        return Gain.of(
                        Finding.observed(
                                "checkpoint-pressure",
                                CHECKPOINT_PRESSURE,
                                Layer.DATABASE,
                                Math.max(LEAST_IMPACT, workload.impactOf(databaseWaitMs, List.of())),
                                waiting >= 0.05 ? Confidence.HIGH : Confidence.LOW,
                                Effort.QUICK,
                                "max_wal_size of " + ServerSettings.shown(current) + " is too small: " + figures,
                                Evidence.of(String.format(
                                                Locale.ROOT,
                                                "%s. The statements wrote %s of WAL; after each checkpoint every page that is touched goes to "
                                                        + "the WAL in full. Sessions waited for the WAL or for data files in %.0f %% of the "
                                                        + "samples; the checkpointer wrote for %.1f s.",
                                                figures,
                                                ServerSettings.readable(wal),
                                                100 * waiting,
                                                checkpoints.writeMs() / 1000))
                                        .along(Chain.of(workload)
                                                .add(LinkKind.METRIC, "checkpoints", figures)
                                                .add(LinkKind.SETTING, "max_wal_size", ServerSettings.shown(current))
                                                .links())
                                        .about(List.of("setting:max_wal_size"))),
                        workload,
                        databaseWaitMs,
                        0.2)
                .proposing(proposal(
                        current, each, settings.number("checkpoint_timeout").orElse(300)));
    }

    /** Enough for one checkpoint in the configured time. */
    private static Proposal proposal(long current, double each, long timeoutSeconds) {
        double needed = Math.min(BOUND_BY_DISK, current * Math.clamp(timeoutSeconds / Math.max(1, each), 2, 32));
        long proposed = Math.max(2 * current, Long.highestOneBit((long) needed * 2 - 1));
        return new Proposal.SetParameter(
                "max_wal_size", ServerSettings.shown(proposed), ServerSettings.shown(current), false);
    }

    private static double waiting(Workload workload) {
        long all = workload.profile().waits().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long its = workload.profile().waits().entrySet().stream()
                .filter(entry -> ITS_WAITS.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : (double) its / all;
    }
}
