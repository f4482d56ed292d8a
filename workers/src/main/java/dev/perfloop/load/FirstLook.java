package dev.perfloop.load;

import dev.perfloop.load.FirstAnswer.Answered;
import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes each request of a scenario once, by itself, before hundreds a second of them are sent: a scenario of which nothing
 * works, or that a login page answers, is told to its owner within seconds, with what came back.
 */
@Component
class FirstLook {
    static final String MEND =
            "Mend load.requests in the target's file (path, body, headers, expect), load.login or the"
                    + " service; apply the file and start a new run.";
    /** A feeder's value may be one that the service does not know. */
    private static final int TRIES = 3;
    /** Who takes longer to look at is told by the load itself. */
    private static final Duration BUDGET = Duration.ofSeconds(30);

    /** @throws TargetRefused when no request of the scenario is answered as it expects, or a login page answers for it */
    void demandAnswers(Target target, LaunchSpec spec) throws InterruptedException {
        var maker = new Maker(spec);
        List<FirstAnswer> bad = new ArrayList<>();
        long deadline = System.nanoTime() + BUDGET.toNanos();
        for (LaunchSpec.Request request : spec.requests()) {
            if (System.nanoTime() > deadline) {
                return;
            }
            look(target, spec, maker, request.name()).ifPresent(bad::add);
        }
        if (bad.size() == spec.requests().size()) {
            throw new TargetRefused(
                    (bad.size() == 1
                                    ? "The scenario's only request fails: "
                                    : "All " + bad.size() + " requests of the scenario fail, the first of them so: ")
                            + bad.getFirst().inWords(),
                    MEND);
        }
    }

    /** The last bad answer when all were bad. */
    private Optional<FirstAnswer> look(Target target, LaunchSpec spec, Maker maker, String name)
            throws InterruptedException {
        Optional<FirstAnswer> bad = Optional.empty();
        for (int n = 0; n < TRIES; n++) {
            FirstAnswer answer = SingleSending.answer(maker.visit(name, n), spec.requestTimeoutSeconds());
            if (answer instanceof Answered answered) {
                LoginPages.demandNone(answered, target);
            }
            if (answer.isGood()) {
                return Optional.empty();
            }
            bad = Optional.of(answer);
        }
        return bad;
    }
}
