package dev.perfloop.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.approval.Approvals;
import dev.perfloop.change.Changes;
import dev.perfloop.report.Summary.Gain;
import dev.perfloop.report.Summary.ProfileLine;
import dev.perfloop.run.RunId;
import dev.perfloop.run.RunOutcome;
import dev.perfloop.run.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sums a run up when it ends, however it ends. */
@Service
class Report {
    private final Runs runs;
    private final SummaryRepository rows;
    private final Approvals approvals;
    private final Changes changes;
    private final Return money;
    private final JsonMapper json = new JsonMapper();

    Report(Runs runs, SummaryRepository rows, Approvals approvals, Changes changes, Return money) {
        this.runs = runs;
        this.rows = rows;
        this.approvals = approvals;
        this.changes = changes;
        this.money = money;
    }

    Summary close(RunId id, RunOutcome outcome) {
        approvals.withdraw(id);
        changes.skipProposed(id, "Not applied: the run ended first.");
        var run = runs.get(id);
        var profiles = rows.profiles(id);
        boolean kept = outcome == RunOutcome.TARGETS_MET || outcome == RunOutcome.ACCEPTABLE;
        var gain = kept
                ? profiles.stream()
                        .filter(line -> line.profile().equals("BASELINE"))
                        .findFirst()
                        .map(Report::gain)
                        .orElse(null)
                : null;
        var summary = new Summary(
                id.value(),
                run.target(),
                outcome,
                reason(id),
                rows.findings(id),
                rows.changes(id),
                rows.rollback(id),
                profiles,
                rows.blindSpots(id),
                rows.timings(id),
                gain,
                money.of(id, kept),
                run.processInstanceKey());
        runs.end(id, outcome, written(summary));
        return summary;
    }

    private String reason(RunId id) {
        var left = rows.toTakeBack(id);
        return left.isEmpty()
                ? rows.reason(id)
                : (rows.reason(id) + " A person has to take back what was applied by hand: " + String.join(" ", left))
                        .strip();
    }

    private static @Nullable Gain gain(ProfileLine line) {
        return Gain.of(line.before(), line.after());
    }

    private String written(Summary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
