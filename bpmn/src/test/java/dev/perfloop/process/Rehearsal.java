package dev.perfloop.process;

import static dev.perfloop.contract.Messages.APPROVAL_DECIDED;
import static dev.perfloop.contract.Messages.CALIBRATION_REQUESTED;
import static dev.perfloop.contract.Messages.CANCEL_REQUESTED;
import static dev.perfloop.contract.Messages.GATE_REQUESTED;
import static dev.perfloop.contract.Messages.MONITORING_REQUESTED;
import static dev.perfloop.contract.Messages.MONITORING_STOPPED;
import static dev.perfloop.contract.Messages.OBSERVABILITY_WISHED;
import static dev.perfloop.contract.Messages.OPTIMIZATION_REQUESTED;
import static dev.perfloop.contract.Messages.SCHEDULE_CHANGED;
import static dev.perfloop.contract.Messages.TAKE_BACK_REQUESTED;
import static dev.perfloop.contract.Messages.TARGET_CHECK_REQUESTED;
import static dev.perfloop.contract.ProcessIds.PERFORMANCE_OPTIMIZATION;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Plays one run: sends the messages, lets faked workers answer until the process waits for something else, and tells
 * what happened. Everything is played in one thread, so that a test is the same every time.
 */
final class Rehearsal {
    static final String RUN = "run-1";
    static final String TARGET = "shop";
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final CamundaClient client;
    private final ZeebeTestEngine engine;
    private final FakeWorkers workers = new FakeWorkers();
    private final List<Played> played = new ArrayList<>();
    private final Set<Long> seenJobs = new HashSet<>();

    Rehearsal(CamundaClient client, ZeebeTestEngine engine) {
        this.client = client;
        this.engine = engine;
    }

    FakeWorkers workers() {
        return workers;
    }

    void request() {
        publish(OPTIMIZATION_REQUESTED, TARGET, Map.of(Variables.TARGET, TARGET, Variables.RUN_ID, RUN));
    }

    void startByHand() {
        start(PERFORMANCE_OPTIMIZATION, Map.of(Variables.TARGET, TARGET));
    }

    void start(String processId, Map<String, Object> variables) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join();
        settle();
    }

    /** Requests a run and approves its plan, which is as far as most stories go alike. */
    void requestAndApprove() {
        request();
        decide("plan", "APPROVE");
    }

    void wish(String id) {
        publish(OBSERVABILITY_WISHED, id, Map.of(Variables.RUN_ID, RUN, Variables.WISH_ID, id));
    }

    void takeBack(String id) {
        publish(TAKE_BACK_REQUESTED, id, Map.of(Variables.RUN_ID, RUN, Variables.TAKE_BACK_ID, id));
    }

    void check(String id) {
        publish(TARGET_CHECK_REQUESTED, id, Map.of(Variables.CHECK_ID, id));
    }

    /** Makes a schedule, or wakes the one that is there. */
    void changeSchedule(String id) {
        publish(SCHEDULE_CHANGED, id, Map.of(Variables.SCHEDULE_ID, id));
    }

    /** Watches the target, a cycle a minute. */
    void monitor() {
        publish(
                MONITORING_REQUESTED,
                TARGET,
                Map.of(Variables.TARGET_ID, TARGET, Variables.MONITORING_CYCLE, "R/PT60S"));
    }

    void stopMonitoring() {
        publish(MONITORING_STOPPED, TARGET, Map.of());
    }

    void gate(String phase) {
        publish(
                GATE_REQUESTED,
                TARGET,
                Map.of(
                        Variables.TARGET, TARGET,
                        Variables.RUN_ID, RUN,
                        Variables.INTENSITY, "QUICK",
                        Variables.PHASE, phase));
    }

    void calibrate(int tests) {
        publish(
                CALIBRATION_REQUESTED,
                TARGET,
                Map.of(
                        Variables.TARGET, TARGET,
                        Variables.RUN_ID, RUN,
                        Variables.INTENSITY, "QUICK",
                        Variables.TESTS, tests));
    }

    /** Decides in our UI. */
    void decide(String what, String decision) {
        publish(
                APPROVAL_DECIDED,
                RUN + "-" + what,
                Map.of(
                        Variables.DECISION, decision,
                        Variables.DECISION_COMMENT, "because",
                        Variables.DECIDED_BY, "ann"));
    }

    /** Completes the user task itself. */
    void decideInTasklist(String elementId, String variablesJson) {
        new Tasklist(engine).complete(elementId, variablesJson);
        awaitWork();
    }

    void cancel() {
        publish(CANCEL_REQUESTED, TARGET, Map.of());
    }

    void passTime(Duration duration) {
        engine.increaseTime(duration);
        awaitWork();
    }

    List<Played> played() {
        return List.copyOf(played);
    }

    /** Ids of the elements whose jobs were played, in order; but for the count of the injectors, ahead of every load. */
    List<String> playedElements() {
        return played.stream()
                .filter(job -> !job.jobType().equals(JobTypes.PLAN_INJECTORS))
                .map(Played::elementId)
                .toList();
    }

    /** The last job played at an element. */
    Played at(String elementId) {
        return played.reversed().stream()
                .filter(job -> job.elementId().equals(elementId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(elementId + " was not reached, but " + playedElements()));
    }

    /** The end event for which the summary was written, once the whole process has ended; empty while it runs. */
    Optional<String> end() {
        boolean completed =
                elements(ProcessInstanceIntent.ELEMENT_COMPLETED).anyMatch(PERFORMANCE_OPTIMIZATION::equals);
        return completed
                ? played.stream()
                        .filter(job -> job.jobType().equals(JobTypes.WRITE_SUMMARY))
                        .map(Played::elementId)
                        .reduce((first, second) -> first + ", " + second)
                : Optional.empty();
    }

    Stream<String> completed() {
        return elements(ProcessInstanceIntent.ELEMENT_COMPLETED);
    }

    Stream<String> terminated() {
        return elements(ProcessInstanceIntent.ELEMENT_TERMINATED);
    }

    private Stream<String> elements(ProcessInstanceIntent intent) {
        return records()
                .filter(row -> row.getIntent() == intent)
                .map(row -> ((ProcessInstanceRecordValue) row.getValue()).getElementId());
    }

    private void publish(String name, String correlationKey, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(correlationKey)
                .timeToLive(Duration.ofMinutes(1))
                .variables(variables)
                .send()
                .join();
        settle();
    }

    /** The engine notices written commands and a moved clock a moment later: wait until it is busy, then until it rests. */
    private void awaitWork() {
        try {
            engine.waitForBusyState(Duration.ofSeconds(2));
        } catch (TimeoutException nothingToDo) {
            // time may pass without anything being due
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        settle();
    }

    /** Asking for a rest costs the engine about 50 ms, so that is done only when there is no job at hand. */
    private void settle() {
        Optional<JobRecordValue> next = nextJob().or(this::nextJobAfterRest);
        while (next.isPresent()) {
            activate(next.get().getType()).forEach(this::play);
            next = nextJob().or(this::nextJobAfterRest);
        }
    }

    private Optional<JobRecordValue> nextJobAfterRest() {
        awaitIdle();
        return nextJob();
    }

    private void awaitIdle() {
        try {
            engine.waitForIdleState(IDLE);
        } catch (TimeoutException | InterruptedException stuck) {
            throw new IllegalStateException("The engine does not come to rest", stuck);
        }
    }

    private Optional<JobRecordValue> nextJob() {
        return records()
                .filter(row -> row.getIntent() == JobIntent.CREATED && seenJobs.add(row.getKey()))
                .map(row -> (JobRecordValue) row.getValue())
                .findFirst();
    }

    private List<ActivatedJob> activate(String type) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(10)
                .timeout(Duration.ofDays(365))
                .send()
                .join()
                .getJobs();
    }

    private void play(ActivatedJob job) {
        seenJobs.add(job.getKey());
        played.add(new Played(
                job.getType(),
                job.getElementId(),
                job.getBpmnProcessId(),
                job.getVariablesAsMap(),
                job.getCustomHeaders()));
        switch (workers.answer(job)) {
            case Answer.Complete done ->
                client.newCompleteCommand(job)
                        .variables(done.variables())
                        .send()
                        .join();
            case Answer.Throw error ->
                client.newThrowErrorCommand(job)
                        .errorCode(error.errorCode())
                        .send()
                        .join();
            case Answer.Hold hold -> {}
        }
    }

    private Stream<Record<?>> records() {
        return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false);
    }
}
