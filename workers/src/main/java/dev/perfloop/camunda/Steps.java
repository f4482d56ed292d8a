package dev.perfloop.camunda;

import io.camunda.client.api.response.ActivatedJob;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
        try (var ignored = MDC.putCloseable("jobType", job.getType())) {
            var step = new Step(job, listener);
            MDC.put("runId", step.runId());
            end = runUnderLease(step, variables, work);
        } catch (Throwable notBegun) {
            var reaction = reactionTo(job, notBegun);
            commands.fail(job, reaction);
            end = reaction.end().name();
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

    /**
     * First the journal hears of the end, then the engine: a worker that dies in between leaves a step that comes again, and
     * begins anew in the journal. The other way round its end would be known to nobody, an incident least of all.
     */
    private <V> String runUnderLease(Step step, Class<V> variables, StepWork<V> work) {
        Ending ending;
        boolean told;
        try (var lease = leases.keep(step)) {
            try {
                ending = Ending.of(work.work(step.job().getVariablesAsType(variables), step));
            } catch (Throwable failure) {
                if (step.leaseLost()) {
                    return abandon(step, failure);
                }
                ending = Ending.of(reactionTo(step.job(), failure));
            }
            told = step.runId() == null || tell(step, ending);
        }
        if (ending.command().send(commands, step.job()) && !told) {
            tellAgain(step, ending);
        }
        return ending.end().name();
    }

    /** The job was cancelled or is another worker's by now: how our work broke off is nobody's trouble. */
    private static String abandon(Step step, Throwable failure) {
        log.info("{} job {} abandoned: {}", step.jobType(), step.jobKey(), failure.getMessage());
        return "ABANDONED";
    }

    private static FailureReaction reactionTo(ActivatedJob job, Throwable failure) {
        var reaction = FailureReaction.to(failure, job.getRetries());
        if (reaction.isBug()) {
            log.error("{} failed", job.getType(), failure);
        } else {
            log.warn("{} failed: {}", job.getType(), reaction.message());
        }
        return reaction;
    }

    private boolean tell(Step step, Ending ending) {
        try {
            listener.ended(step, ending.end(), ending.message());
            return true;
        } catch (RuntimeException away) {
            log.warn("{} job {}: the journal does not hear of its end", step.jobType(), step.jobKey(), away);
            return false;
        }
    }

    /** The engine has gone on, so that a journal which is away for long is left without this end. */
    private void tellAgain(Step step, Ending ending) {
        for (int attempt = 1; attempt < ATTEMPTS && JobCommands.pause(attempt) && !tell(step, ending); attempt++) {
            log.debug("{} job {}: told again", step.jobType(), step.jobKey());
        }
    }
}
