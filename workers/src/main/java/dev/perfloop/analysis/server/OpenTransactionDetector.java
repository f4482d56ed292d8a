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
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.ServerFacts.OpenTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds sessions that sit in an open transaction and do nothing with the database meanwhile. */
@Component
final class OpenTransactionDetector implements Detector {
    static final String LONG_TRANSACTION = "LONG_TRANSACTION";

    /** One session in the mean: below this it comes and goes, as it does in every service. */
    private static final double SESSIONS = 1;

    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var open = workload.captured().server().openTransactions();
        double idle =
                workload.series().mean(Metrics.IDLE_IN_TRANSACTION_SESSIONS).orElse(0);
        List<Refused> refused = new ArrayList<>();
        open.stream()
                .filter(it -> !isIdle(it))
                .forEach(it -> refused.add(new Refused(
                        "transaction of \"" + it.application() + "\"",
                        String.format(
                                Locale.ROOT,
                                "open for up to %.0f s, but at work; who waits for its locks would be named with them",
                                it.longestSeconds()))));
        var first = open.stream()
                .filter(OpenTransactionDetector::isIdle)
                .max(Comparator.comparingLong(OpenTransaction::samples));
        if (first.isEmpty() || idle < SESSIONS) {
            first.ifPresent(it -> refused.add(new Refused(
                    "transaction of \"" + it.application() + "\"",
                    String.format(
                            Locale.ROOT,
                            "idle for up to %.0f s, but so few that it takes no connections from others",
                            it.longestSeconds()))));
            return Detection.of(List.of(), refused);
        }
        double idleMs = idle * workload.seconds() * 1000;
        double impact = Math.min(100 * workload.impactOutsideDatabase(), workload.impactOf(idleMs, List.of()));
        return impact < WORTH_NAMING
                ? Detection.of(List.of(), refused)
                : Detection.of(List.of(finding(workload, first.get(), idle, impact)), refused);
    }

    private static boolean isIdle(OpenTransaction transaction) {
        return transaction.state().startsWith("idle in transaction");
    }

    private static Finding finding(Workload workload, OpenTransaction open, double idle, double impact) {
        return Finding.observed(
                        "idle-in-transaction-"
                                + Integer.toHexString(open.application().hashCode()),
                        LONG_TRANSACTION,
                        Layer.DATABASE,
                        impact,
                        Confidence.LOW,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "%.1f sessions in the mean sit idle in transaction, mostly of \"%s\"",
                                idle,
                                open.application()),
                        Evidence.of(String.format(
                                        Locale.ROOT,
                                        "They hold a connection and their locks while the service does something else, for up to %.1f s. "
                                                + "What such a session ran last: %s",
                                        open.longestSeconds(),
                                        open.lastQuery()))
                                .along(Chain.of(workload)
                                        .add(
                                                LinkKind.SESSION,
                                                open.application(),
                                                open.state() + " after " + open.lastQuery())
                                        .links())
                                .about(List.of("session:" + open.application())))
                .proposing(new Proposal.CodeAdvice(
                        "Take the slow part out of the transaction",
                        "Remote calls, files and computing belong before the transaction begins or after it ended. In Spring: keep "
                                + "@Transactional off methods that call other services, and switch off `spring.jpa.open-in-view`, which "
                                + "holds the connection until the answer is written."));
    }
}
