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
import dev.perfloop.profiling.ObservabilityOffers.Offer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers to switch on what the server could tell and does not. It explains nothing of the gap, so it never ranks high. */
@Component
final class ObservabilityDetector implements Detector {
    static final String OBSERVABILITY = "OBSERVABILITY";

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        return Detection.of(workload.captured().offers().offers().stream()
                .map(offer -> finding(workload, offer))
                .toList());
    }

    private static Finding finding(Workload workload, Offer offer) {
        return Finding.observed(
                        "observability-" + offer.parameter(),
                        OBSERVABILITY,
                        Layer.DATABASE,
                        0,
                        Confidence.LOW,
                        Effort.QUICK,
                        offer.parameter() + " is " + offer.current() + ": a part of the picture is missing",
                        Evidence.of("With it at " + offer.value() + ", the next run sees " + offer.shows() + ".")
                                .along(Chain.of(workload)
                                        .add(LinkKind.SETTING, offer.parameter(), offer.current())
                                        .links())
                                .about(List.of("setting:" + offer.parameter())))
                .proposing(
                        offer.mayWe()
                                ? new Proposal.SetParameter(offer.parameter(), offer.value(), offer.current(), false)
                                : new Proposal.CodeAdvice(
                                        "Let the server tell more",
                                        "Perfloop's role may not change it. As a superuser: `" + offer.command()
                                                + "`"));
    }
}
