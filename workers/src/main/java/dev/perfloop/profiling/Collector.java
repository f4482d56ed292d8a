package dev.perfloop.profiling;

import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import java.time.Instant;

/**
 * Watches one side of a target while the profiling load is at work. One that throws narrows the diagnosis, which is said;
 * it never fails the run.
 */
public interface Collector {

    /** What it watches, as a blind spot would name it: "hot code and locks inside the service". */
    String subject();

    /** Called once the load is at work; again, by another worker, when the first one died. */
    Watch begin(RunId run, Target target);

    /** One run's watch; called by one thread. */
    interface Watch extends AutoCloseable {
        /** About once a second; quick, as the others wait. */
        void sample(Instant at);

        /** The load is over: keeps what was seen. */
        void finish();

        /** Lets go of whatever it holds, finished or not. */
        @Override
        default void close() {}
    }
}
