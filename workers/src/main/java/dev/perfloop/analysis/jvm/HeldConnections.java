package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why requests wait for a connection of the pool.
 *
 * @param waitMs  time requests waited for one, of the whole profile
 * @param share   of all the time requests took, 0 to 1; of that inside the service, where they queue for a thread as well
 * @param waiting threads that waited for one in the mean, by Little's law: a service that is out of connections may not answer
 *                for its own figures
 * @param held    waits in transactions for anything but the database, the method with the longest first
 * @param heldMs  time connections were held meanwhile, of the recording
 * @param ofHeld  share of that in all the time connections were seen to be held, 0 to 1
 */
record HeldConnections(
        double waitMs, double share, double waiting, List<List<Wait>> held, double heldMs, double ofHeld) {
    /** A tenth of the requests' time: the least that a gap of the same size would be explained by. */
    static final double MUCH = 0.1;

    /** When the database needs most of the time itself, its statements are what the connections are held for. */
    private static final double MOSTLY = 0.4;

    static HeldConnections of(Recorded recorded, Workload workload) {
        var jvm = recorded.jvm();
        double scale =
                jvm.recorded() && workload.seconds() > 0 ? Math.clamp(workload.seconds() / jvm.seconds(), 1, 20) : 1;
        double waitMs = workload.poolWaitMs();
        Map<String, List<Wait>> byFrame = new LinkedHashMap<>();
        jvm.waits().stream()
                .filter(Wait::inTransaction)
                .filter(wait -> wait.kind() != WaitKind.CONNECTION && wait.kind() != WaitKind.DATABASE)
                .forEach(wait -> byFrame.computeIfAbsent(wait.frame(), it -> new ArrayList<>())
                        .add(wait));
        double heldMs =
                byFrame.values().stream().mapToDouble(HeldConnections::ms).sum();
        double databaseMs = workload.databaseMs() / scale;
        return new HeldConnections(
                waitMs,
                waitMs / Math.max(1, Math.max(waitMs, workload.insideMs())),
                workload.seconds() <= 0 ? 0 : waitMs / 1000 / workload.seconds(),
                byFrame.values().stream()
                        .sorted(Comparator.comparingDouble(HeldConnections::ms).reversed())
                        .toList(),
                heldMs,
                heldMs <= 0 ? 0 : heldMs / (heldMs + databaseMs));
    }

    static double ms(List<Wait> waits) {
        return waits.stream().mapToDouble(Wait::ms).sum();
    }

    boolean exhausted() {
        return share >= MUCH;
    }

    /** True when the pool runs dry for what is done beside the database. */
    boolean matters() {
        return exhausted() && !held.isEmpty() && ofHeld >= MOSTLY;
    }
}
