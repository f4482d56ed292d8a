package dev.perfloop.check;

import dev.perfloop.camunda.Remedy;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Asks a part of a target and keeps what it said. That something does not answer is an answer: it is kept with its mend, and
 * the step goes on.
 */
@Service
class TargetChecks {
    private final CheckRepository checks;
    private final TargetReader reader;
    private final InstantSource clock;

    TargetChecks(CheckRepository checks, TargetReader reader, InstantSource clock) {
        this.checks = checks;
        this.reader = reader;
        this.clock = clock;
    }

    /** A check that is gone, with its target, is not asked any more. */
    void check(String checkId, Part part, Asking asking) throws InterruptedException {
        var definition = checks.definition(checkId);
        if (definition.isPresent()) {
            var found = found(new Checked(checkId, definition.get()), part, asking);
            checks.keep(checkId, part, found, clock.instant());
        }
    }

    private Found found(Checked checked, Part part, Asking asking) throws InterruptedException {
        try {
            return asking.ask(reader.read(checked.definition()), checked);
        } catch (TargetRefused | TargetUnavailable told) {
            return told(part, told, ((Remedy) told).mend());
        } catch (StatementFailed failed) {
            return told(part, failed, "See the server's log; the statement was Perfloop's, or that of a feeder.");
        }
    }

    private static Found told(Part part, RuntimeException told, String mend) {
        String subject = switch (part) {
            case SERVICE -> "Service";
            case DATABASE -> "Login";
            case REQUESTS -> "Scenario";
        };
        return Found.of(List.of(Answer.broken(subject, String.valueOf(told.getMessage()), mend)));
    }
}
