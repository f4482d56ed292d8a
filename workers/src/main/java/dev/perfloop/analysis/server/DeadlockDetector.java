package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Missed;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds transactions that lock the same rows in different orders, of which the server ends one after another. */
@Component
final class DeadlockDetector implements Detector {
    static final String DEADLOCKS = "DEADLOCKS";

    /** {@code deadlock_timeout}: so long each waits before the server looks (PostgreSQL's manual, 19.12). */
    private static final double TIMEOUT_MS = 1000;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var work = workload.captured().server().work();
        if (work == null || work.deadlocks() == 0) {
            return Detection.NOTHING;
        }
        long deadlocks = work.deadlocks();
        double impact = Math.max(
                workload.impactOf(deadlocks * TIMEOUT_MS, List.of()),
                workload.missed().stream()
                        .filter(missed -> missed.metric().equals("errors"))
                        .mapToDouble(missed -> shareOfErrors(workload, missed, deadlocks))
                        .max()
                        .orElse(0));
        return Detection.of(List.of(Finding.observed(
                        "deadlocks",
                        DEADLOCKS,
                        Layer.DATABASE,
                        Math.min(100, impact),
                        deadlocks >= 3 ? Confidence.HIGH : Confidence.MEDIUM,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "%d deadlocks: transactions lock the same rows in different orders",
                                deadlocks),
                        Evidence.of(
                                        "The server ends one of the two after a second, which the request sees as an error; the other waited as "
                                                + "long. The server's log names the statements of both (\"deadlock detected\").")
                                .along(Chain.of(workload)
                                        .add(
                                                LinkKind.METRIC,
                                                "deadlocks",
                                                deadlocks + " in " + Math.round(workload.seconds()) + " s")
                                        .links())
                                .about(List.of("locks:deadlock")))
                .proposing(new Proposal.CodeAdvice(
                        "Lock rows in the same order everywhere",
                        "Sort what a transaction writes by its key before writing it; lock parents before children; retry the transaction "
                                + "that was ended (SQLSTATE 40P01). In Hibernate: `hibernate.order_updates` and "
                                + "`hibernate.order_inserts`."))));
    }

    private static double shareOfErrors(Workload workload, Missed missed, long deadlocks) {
        double failed = missed.measured() * workload.load().drivenTotal();
        return failed <= 0 ? 0 : 100 * Math.min(1, deadlocks / failed);
    }
}
