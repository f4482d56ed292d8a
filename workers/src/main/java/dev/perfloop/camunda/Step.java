package dev.perfloop.camunda;

import dev.perfloop.contract.ElementNames;
import dev.perfloop.contract.Variables;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One activated job as the work sees it. */
public final class Step {
    private final ActivatedJob job;
    private final StepListener listener;
    private final AtomicBoolean leaseLost = new AtomicBoolean();
    private volatile @Nullable String runId;
    private volatile int delivery;

    Step(ActivatedJob job, StepListener listener) {
        this.job = job;
        this.listener = listener;
        var variables = job.getVariablesAsMap();
        if (variables.get(Variables.RUN_ID) instanceof String id) {
            belongsTo(id);
        }
    }

    /** Names the run this step is part of, for the one step that finds out while it works. */
    public void belongsTo(String id) {
        if (runId == null) {
            runId = id;
            delivery = listener.started(this);
        }
    }

    public @Nullable String runId() {
        return runId;
    }

    /** Which delivery of its job this is, from 1; 0 while it belongs to no run. */
    public int delivery() {
        return delivery;
    }

    public long jobKey() {
        return job.getKey();
    }

    public String jobType() {
        return job.getType();
    }

    public String elementId() {
        return job.getElementId();
    }

    /** The element's name, as the diagram shows it. */
    public String elementName() {
        return ElementNames.of(job.getBpmnProcessId(), job.getElementId());
    }

    public String processId() {
        return job.getBpmnProcessId();
    }

    public long processInstanceKey() {
        return job.getProcessInstanceKey();
    }

    /** The visit of the element that the job belongs to. */
    public long elementInstanceKey() {
        return job.getElementInstanceKey();
    }

    /** The call activity of the main process that this step runs under; null in the main process itself. */
    public @Nullable String callerElement() {
        return job.getVariablesAsMap().get(Variables.CALLER_ELEMENT) instanceof String element ? element : null;
    }

    /** The custom header of that name in the model. */
    public String header(String name) {
        Map<String, String> headers = job.getCustomHeaders();
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalStateException("The model's task " + elementId() + " has no header " + name);
        }
        return value;
    }

    /** Tells a person how far the work has come; percent from 0 to 100. */
    public void progress(int percent, String message) {
        if (runId != null) {
            listener.progressed(this, percent, message);
        }
    }

    /** Tells a person what the work is at, where nobody knows how far that is. */
    public void say(String message) {
        if (runId != null) {
            listener.progressed(this, null, message);
        }
    }

    /** True once the engine may give this job to another worker: stop, and leave nothing running. */
    public boolean leaseLost() {
        return leaseLost.get();
    }

    void loseLease() {
        leaseLost.set(true);
    }

    ActivatedJob job() {
        return job;
    }

    int retriesLeft() {
        return job.getRetries();
    }
}
