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
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Offers to switch on what the server could tell and does not. It explains nothing of the gap, so it never ranks high. */
@Component
final class ObservabilityDetector implements Detector {
    static final String OBSERVABILITY = "OBSERVABILITY";

    /** What stays in the dark without it. */
    private static final Map<String, String> OFFERS = Map.of(
            "track_io_timing",
            "how long statements wait for the disk. It asks for the time twice for each page read: pg_test_timing tells what that "
                    + "costs, on most machines below 50 ns each",
            "pg_stat_statements.track_planning",
            "how long statements are planned. It takes a lock for each statement more often, which servers of many cores notice");

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var settings = new ServerSettings(workload.profile().settings());
        return Detection.of(OFFERS.entrySet().stream()
                .filter(offer -> settings.isOff(offer.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(offer -> finding(workload, offer.getKey(), offer.getValue()))
                .toList());
    }

    private static Finding finding(Workload workload, String setting, String shows) {
        return Finding.observed(
                        "observability-" + setting,
                        OBSERVABILITY,
                        Layer.DATABASE,
                        0,
                        Confidence.LOW,
                        Effort.QUICK,
                        setting + " is off: a part of the picture is missing",
                        Evidence.of("With it on, the next run sees " + shows + ".")
                                .along(Chain.of(workload)
                                        .add(LinkKind.SETTING, setting, "off")
                                        .links())
                                .about(List.of("setting:" + setting)))
                .proposing(new Proposal.SetParameter(setting, "on", "off", false));
    }
}
