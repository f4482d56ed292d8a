package dev.perfloop.change.guard;

import dev.perfloop.change.Progress;
import dev.perfloop.change.RunChange;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;

/** Looks at one thing that may be against beginning a change now. */
interface Guard {

    /** The word for it in the journal. */
    String name();

    Answer ask(RunChange change, Target target, TargetDatabase database, Progress progress) throws InterruptedException;
}
