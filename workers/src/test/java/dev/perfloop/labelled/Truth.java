package dev.perfloop.labelled;

import java.util.Locale;

/** What an index, or another way to write the statement, is really worth to a workload: shares saved, 0 to 1. */
record Truth(String of, double blocksSaved, double timeSaved) {
    /** Less than this is not worth a change. */
    private static final double MATERIAL = 0.2;

    boolean helps() {
        return blocksSaved >= MATERIAL || timeSaved >= MATERIAL;
    }

    /** Of two measurements. */
    Truth least(Truth other) {
        return new Truth(of, Math.min(blocksSaved, other.blocksSaved), Math.min(timeSaved, other.timeSaved));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %.0f %% of the blocks, %.0f %% of the time", of, 100 * blocksSaved, 100 * timeSaved);
    }
}
