package dev.perfloop.process;

import dev.perfloop.contract.Variables;
import java.util.List;
import java.util.Map;

/** A job that reached a faked worker. */
record Played(
        String jobType,
        String elementId,
        String processId,
        Map<String, Object> variables,
        Map<String, String> headers) {

    /** Phase and round of each baseline that was driven. */
    static List<String> baselines(List<Played> jobs) {
        return jobs.stream()
                .filter(job -> job.elementId().equals("Task_RunBaseline"))
                .map(job -> job.variables().get(Variables.PHASE) + " "
                        + job.variables().get(Variables.ROUND))
                .toList();
    }
}
