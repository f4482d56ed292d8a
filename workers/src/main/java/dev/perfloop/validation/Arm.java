package dev.perfloop.validation;

import java.util.List;
import java.util.stream.Stream;

/** One side of a comparison: what one or more load tests measured of a request under a profile. */
record Arm(List<Block> blocks) {
    static final Arm EMPTY = new Arm(List.of());

    static Arm of(Block... blocks) {
        return new Arm(List.of(blocks));
    }

    /** Both measurements as one side. */
    Arm and(Arm other) {
        return new Arm(Stream.concat(blocks.stream(), other.blocks.stream()).toList());
    }

    List<Second> seconds() {
        return blocks.stream().flatMap(block -> block.seconds().stream()).toList();
    }

    /** A test that broke off could last no longer, and tried again it would not either: that it broke is what it tells. */
    boolean lasted(int fewestSeconds) {
        return seconds().size() >= fewestSeconds || blocks.stream().anyMatch(Block::brokeOff);
    }

    int requests() {
        return seconds().stream().mapToInt(Second::requests).sum();
    }

    int errors() {
        return seconds().stream().mapToInt(Second::errors).sum();
    }

    double errorRate() {
        int requests = requests();
        return requests == 0 ? 0 : (double) errors() / requests;
    }

    /** The latency, in milliseconds, that this share of the responses stayed below. */
    double quantile(double share) {
        return tally().quantile(share);
    }

    Tally tally() {
        var tally = new Tally();
        seconds().forEach(tally::add);
        return tally;
    }
}
