package dev.perfloop.analysis;

import java.util.List;

/**
 * What a detector found and what it looked at and turned down. A detector that could not look has a blind spot: nothing found
 * is then no all-clear.
 */
public record Detection(List<Finding> findings, List<Refused> refusals, List<Unseen> unseen) {
    public static final Detection NOTHING = new Detection(List.of(), List.of(), List.of());

    /**
     * @param what completes "not looked at: ..."
     * @param mend the exact command or setting that opens the view; empty when there is none
     */
    public record Unseen(String what, String why, String mend) {}

    public static Detection of(List<Finding> findings) {
        return new Detection(findings, List.of(), List.of());
    }

    public static Detection of(List<Finding> findings, List<Refused> refusals) {
        return new Detection(findings, refusals, List.of());
    }

    public static Detection unseen(String what, String why, String mend) {
        return new Detection(List.of(), List.of(), List.of(new Unseen(what, why, mend)));
    }
}
