package dev.perfloop.run;

import dev.perfloop.contract.Messages;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs that no person asks for. As in the API, first rows that survive a crash, then the message; whoever asks sends it at once, and
 * the API sends it again until a process instance has claimed the run.
 */
@Service
public class RunRequests {
    private final RunRequestRepository runs;
    private final InstantSource clock;

    RunRequests(RunRequestRepository runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Takes part in the caller's transaction, if there is one.
     *
     * @param by who stands for the run, as four eyes go by names
     * @return false when the target has an active run, a change is being taken back from it, or it is gone
     */
    @Transactional
    public boolean request(RunId id, String target, Intensity intensity, String by) {
        boolean begun = runs.request(id, target, intensity, by, clock.instant());
        if (begun) {
            runs.keepMessage(id, Messages.OPTIMIZATION_REQUESTED);
        }
        return begun;
    }

    /** What the message has to say while no process instance has claimed the run. */
    public Optional<Waiting> waiting(RunId id) {
        return runs.waiting(id);
    }

    public Optional<RunId> activeOn(String target) {
        return runs.activeOn(target);
    }

    /** Why no run can begin on the target now, as a sentence; empty where nothing is against it any more. */
    public Optional<String> whatStandsAgainst(String target) {
        return runs.activeOn(target)
                .map(active ->
                        "Run " + active + " was at work on the target: two loads at once would measure each other.")
                .or(() -> runs.goingFrom(target)
                        .map(change ->
                                "Change " + change + " was being taken back: a run would have measured in between."));
    }

    /** Its components become process variables. */
    public record Waiting(String target, RunId runId, Intensity intensity) {}
}
