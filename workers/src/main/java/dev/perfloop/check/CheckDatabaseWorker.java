package dev.perfloop.check;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class CheckDatabaseWorker {
    record In(String checkId) {}

    private final Steps steps;
    private final TargetChecks checks;
    private final DatabaseAnswers database;

    CheckDatabaseWorker(Steps steps, TargetChecks checks, DatabaseAnswers database) {
        this.steps = steps;
        this.checks = checks;
        this.database = database;
    }

    @JobWorker(type = JobTypes.CHECK_DATABASE, autoComplete = false)
    public void checkDatabase(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            checks.check(in.checkId(), Part.DATABASE, database);
            return Outcome.done();
        });
    }
}
