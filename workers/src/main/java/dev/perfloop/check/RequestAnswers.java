package dev.perfloop.check;

import dev.perfloop.load.TrialRequests;
import dev.perfloop.load.TrialRequests.Trial;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class RequestAnswers implements Asking {
    private static final String NOT_SHOWN = "not shown: the scenario refers to secrets";

    private final TrialRequests requests;
    private final TargetReader reader;

    RequestAnswers(TrialRequests requests, TargetReader reader) {
        this.requests = requests;
        this.reader = reader;
    }

    /** Another check draws other values. */
    @Override
    public Found ask(Target target, Checked checked) throws InterruptedException {
        List<Trial> trials = requests.send(target, checked.id().hashCode());
        long bad = trials.stream().filter(trial -> !trial.good()).count();
        return new Found(
                List.of(
                        bad == 0
                                ? Answer.fine("Scenario", "Every request is answered as it shall be.")
                                : Answer.broken(
                                        "Scenario",
                                        bad + " of " + trials.size() + " requests would fail under load.",
                                        "Each says below why, and what to do.")),
                reader.addressesHoldReferences(checked.definition())
                        ? trials.stream().map(trial -> trial.at(NOT_SHOWN)).toList()
                        : trials);
    }
}
