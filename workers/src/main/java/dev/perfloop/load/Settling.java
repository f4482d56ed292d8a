package dev.perfloop.load;

import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchSpec;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Waits, after a load under which requests failed, until the service answers again. What queued is still being worked off
 * then: the next load test would find the service broken before it begins, and a hook that changes it would get no answer.
 */
@Component
class Settling {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LoadProperties properties;

    Settling(LoadProperties properties) {
        this.properties = properties;
    }

    /**
     * Not longer than {@code perfloop.load.recovery}: whoever asks next is told how it is.
     *
     * @throws dev.perfloop.target.TargetRefused when every request failed under the load and none is answered after it
     */
    void await(LaunchResult launch, LaunchSpec spec, LoadWatch watch) throws InterruptedException {
        if (launch.errors() == 0) {
            return;
        }
        var maker = new Maker(spec);
        long begin = System.nanoTime();
        boolean recovered = answers(spec, maker);
        if (recovered) {
            return;
        }
        while (!recovered && System.nanoTime() - begin < properties.recovery().toNanos()) {
            watch.stopIfUnwanted();
            watch.progress(100, "Waiting until the service, which broke under this load, answers again");
            Thread.sleep(PAUSE);
            recovered = answers(spec, maker);
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        watch.progress(
                100,
                recovered
                        ? "The service answers again, " + seconds + " s after the load"
                        : "The service does not answer " + seconds + " s after the load");
        if (!recovered) {
            Validity.demandAnAnswer(launch);
        }
    }

    private static boolean answers(LaunchSpec spec, Maker maker) throws InterruptedException {
        for (LaunchSpec.Request request : spec.requests()) {
            if (SingleSending.answer(maker.visit(request.name(), 0), spec.requestTimeoutSeconds())
                    .isGood()) {
                return true;
            }
        }
        return false;
    }
}
