package dev.perfloop.optimization;

import dev.perfloop.run.RunId;
import org.springframework.context.ApplicationContext;

/** Tries the proposals of a run as its worker would. */
public final class TriedProposals {
    private TriedProposals() {}

    public static void attempt(ApplicationContext rooms, RunId run) {
        rooms.getBean(Trials.class).attempt(run);
    }
}
