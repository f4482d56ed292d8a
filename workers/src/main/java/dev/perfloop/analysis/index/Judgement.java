package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Refused;

/** What became of one need. */
sealed interface Judgement {
    record Worthwhile(Priced priced, boolean proven) implements Judgement {}

    record Turned(Refused refused) implements Judgement {}

    /** There is nothing an index could do here, and nothing to say about it. */
    record Irrelevant() implements Judgement {}
}
