package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import java.util.List;
import java.util.Locale;

/**
 * How much of what users wait for a stretch of the threads' time explains.
 *
 * <p>Threads are seen only while they have a request; one that queues for a thread or for the CPU is not. Where all threads or
 * all CPUs are taken, the queue is made of what they are taken for, so that time is shared out in the same proportion.
 */
final class Recorded {
    /** Queues grow without bounds from about here: five times the bare service at 80 % (M/M/1). */
    private static final double SATURATED = 0.85;

    /** What explains less of the gap cannot be told from noise afterwards; the same bound holds for changes. */
    static final double WORTH_NAMING = 5;

    private final Workload workload;
    private final JvmFacts jvm;
    private final double scale;
    private final double stretch;

    Recorded(Workload workload) {
        this.workload = workload;
        this.jvm = workload.captured().jvm();
        scale = jvm.recorded() && workload.seconds() > 0 ? Math.clamp(workload.seconds() / jvm.seconds(), 1, 20) : 1;
        double known = known();
        boolean queued = jvm.cpuShare() >= SATURATED || jvm.fullGroup().isPresent();
        stretch = queued && known > 0 ? Math.clamp(workload.serviceMs() / known, 1, 50) : 1;
    }

    static boolean missing(Workload workload) {
        return !workload.captured().jvm().recorded();
    }

    /** Nothing found is no all-clear when nothing was recorded. */
    static Detection unseen(Workload workload) {
        var jvm = workload.captured().jvm();
        return Detection.unseen(JvmFacts.SUBJECT, jvm.unseen(), jvm.mend());
    }

    private double known() {
        double waits = jvm.waits().stream()
                .filter(wait -> wait.kind() != WaitKind.CONNECTION && wait.kind() != WaitKind.DATABASE)
                .mapToDouble(Wait::ms)
                .sum();
        return (waits + cpuMs(jvm.samples())) * scale + workload.databaseMs();
    }

    JvmFacts jvm() {
        return jvm;
    }

    /**
     * CPU time of that many samples in the recording. At most five threads are seen at a time, so that on larger machines each
     * stands for more.
     */
    double cpuMs(long samples) {
        double seen = jvm.samples() * jvm.sampleMs();
        double used = jvm.cpuShare() * jvm.cores() * jvm.seconds() * 1000;
        double each = jvm.cores() > 5 && seen > 0 ? Math.clamp(used / seen, 1, jvm.cores() / 5.0) : 1;
        return samples * jvm.sampleMs() * each;
    }

    /** Share of the gap, 0 to 100, for milliseconds of the recording. */
    double impact(double ms, List<String> requests) {
        return workload.impactOf(ms * scale * stretch, requests);
    }

    double msPerRequest(double ms, List<String> requests) {
        long sent = requests.isEmpty()
                ? workload.load().drivenTotal()
                : requests.stream()
                        .mapToLong(request -> workload.load().driven().getOrDefault(request, 0L))
                        .sum();
        return ms * scale / Math.max(1, sent);
    }

    /** @param low share of the time that goes at least, as {@code high} at most */
    Finding gaining(Finding finding, double ms, double low, double high) {
        double share = 100 * Math.clamp(ms * scale * stretch / Math.max(1, workload.serviceMs()), 0, 1);
        return finding.gaining(low * share, high * share);
    }

    /** From the request that missed its objective to the method. */
    Evidence evidence(Entry entry, String frame, String shows, String reason) {
        var chain = Chain.of(workload);
        entry.requests()
                .forEach(request -> chain.add(
                        LinkKind.REQUEST,
                        request,
                        String.format(
                                Locale.ROOT,
                                "%.1f ms in the mean",
                                workload.load().meanMs(request))));
        if (!entry.method().isEmpty() && !entry.method().equals(frame)) {
            chain.add(LinkKind.FRAME, brief(entry.method()), "through which requests come in");
        }
        chain.add(LinkKind.FRAME, brief(frame), shows);
        return new Evidence(
                        entry.requests(), entry.how(), null, List.of(), null, null, null, "flight recording", reason)
                .along(chain.links())
                .about(List.of("frame:" + frame));
    }

    /** Class and method without the package; a package as it is. */
    static String brief(String frame) {
        String[] parts = frame.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty() && Character.isUpperCase(parts[i].charAt(0))) {
                return String.join(".", List.of(parts).subList(i, parts.length));
            }
        }
        return frame;
    }
}
