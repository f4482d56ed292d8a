package dev.perfloop.camunda;

import dev.perfloop.camunda.StepListener.End;
import io.camunda.client.api.response.ActivatedJob;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Runs a step: keeps its lease, journals it, and sends its outcome to the engine. */
@Component
public class Steps {
    private static final Logger log = LoggerFactory.getLogger(Steps.class);
    /** With the pauses between them about ten seconds. */
    private static final int ATTEMPTS = 7;

    private final Leases leases;
    private final JobCommands commands;
    private final StepListener listener;
    private final MeterRegistry meters;

    Steps(Leases leases, JobCommands commands, StepListener listener, MeterRegistry meters) {
        this.leases = leases;
        this.commands = commands;
        this.listener = listener;
        this.meters = meters;
    }

    /** Does the work of one job and ends it in one of the three ways; never throws. */
    public <V> void run(ActivatedJob job, Class<V> variables, StepWork<V> work) {
        var timer = Timer.start(meters);
        String end = "crashed";
        Step step = null;
        try (var ignored = MDC.putCloseable("jobType", job.getType())) {
            step = new Step(job, listener);
            MDC.put("runId", step.runId());
            end = runUnderLease(step, variables, work).name();
        } catch (Throwable failure) {
            end = step != null && step.leaseLost()
                    ? abandon(step, failure)
                    : fail(job, step, failure).name();
        } finally {
            MDC.remove("runId");
            timer.stop(Timer.builder("perfloop.step.duration")
                    .description("From a job's activation to the engine's answer to its outcome")
                    .tag("type", job.getType())
                    .tag("outcome", end)
                    .publishPercentileHistogram()
                    .register(meters));
        }
    }

    /** The job was cancelled or is another worker's by now: how our work broke off is nobody's trouble. */
    private static String abandon(Step step, Throwable failure) {
        log.info("{} job {} abandoned: {}", step.jobType(), step.jobKey(), failure.getMessage());
        return "ABANDONED";
    }

    private <V> End runUnderLease(Step step, Class<V> variables, StepWork<V> work) throws Exception {
        Outcome outcome;
        try (var lease = leases.keep(step)) {
            outcome = work.work(step.job().getVariablesAsType(variables), step);
        }
        return switch (outcome) {
            case Outcome.Done done -> ended(step, End.DONE, "", commands.complete(step.job(), done.variables()));
            case Outcome.BpmnError error ->
                ended(step, End.ERROR, error.message(), commands.throwError(step.job(), error));
            case Outcome.Retry retry -> ended(step, End.RETRY, retry.message(), commands.tryAgain(step.job(), retry));
        };
    }

    private End fail(ActivatedJob job, @Nullable Step step, Throwable failure) {
        var reaction = FailureReaction.to(failure, job.getRetries());
        if (reaction.isBug()) {
            log.error("{} failed", job.getType(), failure);
        } else {
            log.warn("{} failed: {}", job.getType(), reaction.message());
        }
        boolean sent = commands.fail(job, reaction);
        return step == null ? reaction.end() : ended(step, reaction.end(), reaction.message(), sent);
    }

    /** A command that the engine refused ends nothing: another worker has the job now and will journal it. */
    private End ended(Step step, End end, String message, boolean accepted) {
        if (accepted && step.runId() != null) {
            tell(step, end, message);
        }
        return end;
    }

    /** The engine has gone on, so that a journal which is away for long is left without this end. */
    private void tell(Step step, End end, String message) {
        for (int attempt = 1; ; attempt++) {
            try {
                listener.ended(step, end, message);
                return;
            } catch (RuntimeException away) {
                if (attempt == ATTEMPTS || !JobCommands.pause(attempt)) {
                    log.warn("{} job {}: its end is not in the journal", step.jobType(), step.jobKey(), away);
                    return;
                }
            }
        }
    }
}
