package dev.perfloop.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends a job's outcome and, unlike the starter (whose own retry never happens), sends it again while the engine cannot
 * be reached: an outcome that is lost means the whole step is done twice.
 */
@Component
class JobCommands {
    private static final Logger log = LoggerFactory.getLogger(JobCommands.class);
    private static final int ATTEMPTS = 60;
    private static final Set<Status.Code> PASSING = Set.of(
            Status.Code.UNAVAILABLE,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.INTERNAL,
            Status.Code.ABORTED,
            Status.Code.UNKNOWN);

    private final CamundaClient client;

    JobCommands(@Lazy CamundaClient client) {
        this.client = client;
    }

    boolean complete(ActivatedJob job, Record variables) {
        return send(job, client.newCompleteCommand(job).variables(variables));
    }

    boolean throwError(ActivatedJob job, Outcome.BpmnError error) {
        return send(
                job,
                client.newThrowErrorCommand(job)
                        .errorCode(error.code())
                        .errorMessage(error.message())
                        .variables(error.variables()));
    }

    boolean tryAgain(ActivatedJob job, Outcome.Retry retry) {
        return send(
                job,
                client.newFailCommand(job)
                        .retries(job.getRetries())
                        .retryBackoff(retry.backoff())
                        .errorMessage(retry.message()));
    }

    boolean fail(ActivatedJob job, FailureReaction reaction) {
        return send(
                job,
                client.newFailCommand(job)
                        .retries(reaction.retriesLeft())
                        .retryBackoff(reaction.backoff())
                        .errorMessage(reaction.message()));
    }

    /** True when the engine took the command; false when the job is no longer ours to end. */
    private boolean send(ActivatedJob job, FinalCommandStep<?> command) {
        for (int attempt = 1; ; attempt++) {
            try {
                command.send().join();
                return true;
            } catch (RuntimeException failure) {
                var code = codeOf(failure);
                if (code == Status.Code.NOT_FOUND && attempt > 1) {
                    return true; // The engine took an earlier attempt and only its answer was lost.
                }
                if (!PASSING.contains(code) || attempt == ATTEMPTS || !pause(attempt)) {
                    log.warn(
                            "{} job {}: outcome not taken ({}): {}",
                            job.getType(),
                            job.getKey(),
                            code,
                            failure.getMessage());
                    return false;
                }
            }
        }
    }

    private static Status.Code codeOf(Throwable failure) {
        return Status.fromThrowable(failure).getCode();
    }

    /** Longer from attempt to attempt; false when interrupted. */
    static boolean pause(int attempt) {
        try {
            Thread.sleep(Duration.ofMillis(Math.min(5_000, 100L << Math.min(attempt, 6))));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
