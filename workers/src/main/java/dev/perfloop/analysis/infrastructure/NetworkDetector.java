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
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says when network interfaces lose packets: each one lost costs a request a retransmission, 200 ms and more. */
@Component
final class NetworkDetector implements Detector {
    static final String NETWORK_ERRORS = "NETWORK_ERRORS";
    private static final double MANY = 1;
    private static final double IMPACT = 20;

    @Override
    public Layer layer() {
        return Layer.INFRASTRUCTURE;
    }

    @Override
    public Detection in(Workload workload) {
        var errors = workload.series().mean(Metrics.NETWORK_ERRORS_PER_SECOND);
        if (errors.isEmpty()) {
            return Detection.unseen(
                    "network of the host",
                    "no source tells of it",
                    "Run Perfloop's workers on the target's machine, or look at its monitoring.");
        }
        if (errors.getAsDouble() < MANY) {
            return Detection.NOTHING;
        }
        String shows = String.format(
                Locale.ROOT,
                "%.0f packets a second lost or broken, %.1f MB/s in all",
                errors.getAsDouble(),
                workload.series().mean(Metrics.NETWORK_BYTES_PER_SECOND).orElse(0) / 1e6);
        return Detection.of(List.of(Finding.observed(
                        "host-network",
                        NETWORK_ERRORS,
                        Layer.INFRASTRUCTURE,
                        IMPACT,
                        Confidence.LOW,
                        Effort.COMPLEX,
                        "The host's network loses packets: " + shows,
                        Evidence.of("Which connections they belonged to is not known.")
                                .along(Chain.of(workload)
                                        .add(LinkKind.HOST, "network", shows)
                                        .links())
                                .about(List.of("host:network")))
                .proposing(new Proposal.CodeAdvice(
                        "Look at the interfaces that drop packets",
                        "`ip -s link` names them; ring buffers (`ethtool -g`), MTU and the cable or virtual switch are the usual "
                                + "causes."))));
    }
}
