package dev.perfloop.trend;

import java.time.Duration;
import java.util.List;

/** What may have brought a change about. Being near in time is no proof; it says where to look first. */
public sealed interface Explanation {
    /**
     * What was near enough before the change.
     *
     * @param lag  from it to the first value that is changed
     * @param sure 0 to 1: how unlikely it is that one of its kind is as near as this by mere chance
     */
    record Suspect(Happening happening, Duration lag, double sure) {}

    /** Nothing was near enough. */
    record Unexplained() implements Explanation {}

    /** One thing was. */
    record Explained(Suspect by) implements Explanation {}

    /** Several were, the surest first: which of them it was the times alone do not tell. */
    record Ambiguous(List<Suspect> suspects) implements Explanation {}
}
