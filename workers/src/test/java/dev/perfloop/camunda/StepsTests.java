package dev.perfloop.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepsTests {
    private final Gateway gateway = new Gateway();
    private final Heard heard = new Heard();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Leases leases = new Leases(gateway.client, Duration.ofSeconds(30));
    private final Steps steps = new Steps(leases, new JobCommands(gateway.client), heard, meters);
    private final ActivatedJob job = gateway.job("{\"runId\": \"r1\", \"count\": 41}");

    record In(String runId, int count) {}

    record Out(int count) {}

    @AfterEach
    void close() {
        leases.destroy();
        gateway.close();
    }

    @Test
    void whatIsDoneCompletesTheJobWithItsRecord() {
        steps.run(job, In.class, (in, step) -> {
            step.progress(50, step.header("profile"));
            return Outcome.done(new Out(in.count() + 1));
        });

        assertThat(gateway.completed).singleElement().satisfies(request -> {
            assertThat(request.getJobKey()).isEqualTo(7);
            assertThat(request.getVariables()).isEqualTo("{\"count\":42}");
        });
        assertThat(heard.words).containsExactly("started r1", "50 % PEAK", "DONE");
        assertThat(meters.get("perfloop.step.duration")
                        .tags("type", "work", "outcome", "DONE")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void whatTheDiagramKnowsLeavesThroughItsErrorBoundary() {
        steps.run(job, In.class, (in, step) -> Outcome.error("CHANGE_FAILED", "no lock"));

        assertThat(gateway.thrown).singleElement().satisfies(request -> {
            assertThat(request.getErrorCode()).isEqualTo("CHANGE_FAILED");
            assertThat(request.getErrorMessage()).isEqualTo("no lock");
        });
        assertThat(heard.words).containsExactly("started r1", "ERROR no lock");
    }

    @Test
    void whatHasToWaitUsesUpNoRetry() {
        steps.run(job, In.class, (in, step) -> new Outcome.Retry("busy", Duration.ofSeconds(9)));

        assertThat(gateway.failed).singleElement().satisfies(request -> {
            assertThat(request.getRetries()).isEqualTo(Gateway.RETRIES);
            assertThat(request.getRetryBackOff()).isEqualTo(9_000);
        });
        assertThat(heard.words).containsExactly("started r1", "RETRY busy");
    }

    @Test
    void anExceptionNobodyExpectedIsTriedAgainAfterAPause() {
        steps.run(job, In.class, (in, step) -> {
            throw new IllegalStateException("oops");
        });

        assertThat(gateway.failed).singleElement().satisfies(request -> {
            assertThat(request.getRetries()).isEqualTo(Gateway.RETRIES - 1);
            assertThat(request.getRetryBackOff()).isPositive();
            assertThat(request.getErrorMessage()).contains("oops");
        });
        assertThat(heard.words).hasSize(2).last().asString().startsWith("RETRY");
    }

    @Test
    void variablesThatCannotBeReadFailTheJobInsteadOfLosingIt() {
        steps.run(gateway.job("{\"runId\": \"r1\", \"count\": \"many\"}"), In.class, (in, step) -> Outcome.done());

        assertThat(gateway.completed).isEmpty();
        assertThat(gateway.failed).hasSize(1);
    }

    @Test
    void aCompletionThatCannotBeDeliveredIsSentAgain() {
        gateway.refuse(Status.UNAVAILABLE, Status.RESOURCE_EXHAUSTED);

        steps.run(job, In.class, (in, step) -> Outcome.done());

        assertThat(gateway.completed).hasSize(3);
        assertThat(gateway.failed).isEmpty();
        assertThat(heard.words).containsExactly("started r1", "DONE");
    }

    @Test
    void anOutcomeThatTheEngineRefusesIsNotSentAgain() {
        gateway.refuse(Status.NOT_FOUND);

        steps.run(job, In.class, (in, step) -> Outcome.done());

        assertThat(gateway.completed).hasSize(1);
        assertThat(gateway.failed).isEmpty();
    }

    @Test
    void anIncidentIsInTheJournalBeforeTheEngineHasIt() {
        gateway.refuse(Status.NOT_FOUND);

        steps.run(job, In.class, (in, step) -> {
            throw new Hopeless();
        });

        assertThat(heard.words).hasSize(2).last().asString().startsWith("INCIDENT");
    }

    @Test
    void workThatBreaksOffBecauseItsJobIsGoneReportsNoFailure() {
        steps.run(job, In.class, (in, step) -> {
            step.loseLease();
            throw new InterruptedException("Another worker has this step now");
        });

        assertThat(gateway.failed).isEmpty();
        assertThat(heard.words).containsExactly("started r1");
    }

    @Test
    void anAnswerThatWasLostOnTheWayBackStillEndsTheStep() {
        gateway.refuse(Status.UNAVAILABLE, Status.NOT_FOUND);

        steps.run(job, In.class, (in, step) -> Outcome.done());

        assertThat(gateway.completed).hasSize(2);
        assertThat(heard.words).containsExactly("started r1", "DONE");
    }

    @Test
    void aStepThatFindsItsRunWhileItWorksIsJournalledFromThenOn() {
        steps.run(gateway.job("{}"), Nothing.class, (in, step) -> {
            step.belongsTo("r2");
            step.belongsTo("r3");
            return Outcome.done();
        });

        assertThat(heard.words).containsExactly("started r2", "DONE");
    }

    @Test
    void anEndThatTheJournalDoesNotHearAtOnceIsToldAgainAndNothingElseIsSentToTheEngine() {
        heard.deaf.set(2);

        steps.run(job, In.class, (in, step) -> Outcome.done());

        assertThat(gateway.completed).hasSize(1);
        assertThat(gateway.failed).isEmpty();
        assertThat(heard.words).containsExactly("started r1", "DONE");
    }

    record Nothing() {}

    private static final class Hopeless extends RuntimeException implements Remedy {
        @Override
        public String mend() {
            return "Grant it.";
        }

        @Override
        public boolean worthRetrying() {
            return false;
        }
    }
}
