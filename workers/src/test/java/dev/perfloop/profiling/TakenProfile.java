package dev.perfloop.profiling;

import dev.perfloop.camunda.Step;
import dev.perfloop.run.RunId;
import org.springframework.context.ApplicationContext;

/** Takes the profile of a run as its workers would. */
public final class TakenProfile {
    private TakenProfile() {}

    public static void check(ApplicationContext rooms, RunId run) {
        rooms.getBean(Observability.class).check(run);
    }

    public static boolean collect(ApplicationContext rooms, RunId run, Step step) throws InterruptedException {
        return rooms.getBean(BaselineCollection.class).collect(run, 1, step) == BaselineCollection.Taken.TAKEN;
    }

    public static void plans(ApplicationContext rooms, RunId run, Step step) {
        rooms.getBean(PlanCapture.class).capture(run, step);
    }
}
