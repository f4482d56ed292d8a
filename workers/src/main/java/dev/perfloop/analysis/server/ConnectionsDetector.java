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
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds a server with hardly a connection left to give. */
@Component
final class ConnectionsDetector implements Detector {
    static final String MAX_CONNECTIONS = "MAX_CONNECTIONS";
    private static final double NEARLY_ALL = 0.9;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        long most = new ServerSettings(workload.profile().settings())
                .number("max_connections")
                .orElse(Long.MAX_VALUE);
        double active = workload.series().mean(Metrics.ACTIVE_SESSIONS).orElse(0)
                + workload.series().mean(Metrics.IDLE_IN_TRANSACTION_SESSIONS).orElse(0);
        if (active < NEARLY_ALL * most) {
            return Detection.NOTHING;
        }
        String figures = String.format(Locale.ROOT, "%.0f sessions in use in the mean, of %d allowed", active, most);
        return Detection.of(List.of(Finding.observed(
                        "max-connections",
                        MAX_CONNECTIONS,
                        Layer.DATABASE,
                        workload.impactOf(workload.poolWaitMs(), List.of()),
                        Confidence.MEDIUM,
                        Effort.ARCHITECTURE,
                        "The database has hardly a connection left: " + figures,
                        Evidence.of(
                                        figures
                                                + ". Whoever comes next is refused. So many sessions at work also get in each other's way.")
                                .along(Chain.of(workload)
                                        .add(LinkKind.METRIC, "sessions", figures)
                                        .add(LinkKind.SETTING, "max_connections", Long.toString(most))
                                        .links())
                                .about(List.of("setting:max_connections")))
                .proposing(new Proposal.CodeAdvice(
                        "Put a pooler between the services and the database",
                        "A pooler in transaction mode (PgBouncer) serves thousands of clients with a few dozen sessions. Make the pools of "
                                + "the services smaller first: together a few sessions for each CPU of the database do most work.  "
                                + "Raising max_connections needs a restart and makes each session slower."))));
    }
}
