package dev.perfloop.profiling;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.Journal;
import dev.perfloop.run.RunId;
import org.springframework.stereotype.Component;

/** Tells how far the load is that a profile is taken under. */
@Component
class ProfilingLoad {
    enum State {
        AWAITED,
        AT_WORK,
        OVER
    }

    private static final String CALLER = "CallActivity_DriveProfilingLoad";
    /** As often the model lets an invalid load be driven. */
    private static final int ATTEMPTS = 3;

    private final Journal journal;
    private final ProfileRepository profiles;

    ProfilingLoad(Journal journal, ProfileRepository profiles) {
        this.journal = journal;
        this.profiles = profiles;
    }

    State state(RunId run, int round) {
        if (journal.isAtWork(run, JobTypes.RUN_LOAD_TEST, CALLER)) {
            return State.AT_WORK;
        }
        var tests = profiles.loadTests(run, round);
        boolean over = tests.getOrDefault("VALID", 0) > 0
                || tests.getOrDefault("ABORTED", 0) > 0
                || tests.getOrDefault("INVALID", 0) >= ATTEMPTS;
        return over ? State.OVER : State.AWAITED;
    }
}
