package dev.perfloop.load;

import dev.perfloop.run.RunId;
import java.io.IOException;
import org.springframework.context.ApplicationContext;

/** Drives the profiling load of a run as its worker would. */
public final class ProfilingDrive {
    private static final LoadWatch UNWATCHED = new LoadWatch() {
        @Override
        public void progress(int percent, String message) {
            // Nobody looks on.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private ProfilingDrive() {}

    /** False when the load was invalid. */
    public static boolean drive(ApplicationContext rooms, RunId run, long jobKey)
            throws IOException, InterruptedException {
        var order = new LoadOrder(run, LoadPhase.PROFILE, LoadProfile.BASELINE, 1, 1, jobKey);
        return rooms.getBean(LoadDriving.class).drive(order, UNWATCHED).valid();
    }
}
