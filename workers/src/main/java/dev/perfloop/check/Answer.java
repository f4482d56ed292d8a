package dev.perfloop.check;

import dev.perfloop.profiling.Lack;
import java.util.Optional;

/**
 * What one thing of a target said.
 *
 * @param mend what to do; empty when all is well, or nothing is known
 */
record Answer(String subject, State state, String words, String mend) {

    enum State {
        FINE,
        /** A run goes well, and sees or does less. */
        LACKING,
        /** No run can go well. */
        BROKEN
    }

    static Answer fine(String subject, String words) {
        return new Answer(subject, State.FINE, words, "");
    }

    static Answer lacking(String subject, String words, String mend) {
        return new Answer(subject, State.LACKING, words, mend);
    }

    static Answer broken(String subject, String words, String mend) {
        return new Answer(subject, State.BROKEN, words, mend);
    }

    /** @param fine what is said when nothing is lacking */
    static Answer of(String subject, Optional<Lack> lack, String fine) {
        return lack.map(it -> lacking(subject, "Not seen: " + it.what() + ", as " + it.why() + ".", it.mend()))
                .orElseGet(() -> fine(subject, fine));
    }
}
