package dev.perfloop.check;

import dev.perfloop.load.TrialRequests.Trial;
import java.util.List;

/** What one part of a check came to. */
record Found(List<Answer> answers, List<Trial> trials) {

    static Found of(List<Answer> answers) {
        return new Found(List.copyOf(answers), List.of());
    }
}
