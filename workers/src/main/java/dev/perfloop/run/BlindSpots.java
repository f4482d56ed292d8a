package dev.perfloop.run;

import java.util.List;
import org.springframework.stereotype.Service;

/** What a run did not look at: said in its summary instead of being passed over. */
@Service
public class BlindSpots {
    private final BlindSpotRepository blindSpots;

    BlindSpots(BlindSpotRepository blindSpots) {
        this.blindSpots = blindSpots;
    }

    /**
     * @param what what was not looked at, as a noun phrase
     * @param why  what was in the way
     * @param mend the exact command or configuration that opens the view; empty when this version cannot look there at all
     */
    public void add(RunId run, String what, String why, String mend) {
        blindSpots.add(run, what, why, mend);
    }

    /** What was not looked at, each as "what (why)". */
    public List<String> of(RunId run) {
        return blindSpots.of(run);
    }
}
