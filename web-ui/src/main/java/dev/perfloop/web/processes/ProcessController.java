package dev.perfloop.web.processes;

import dev.perfloop.contract.ProcessIds;
import dev.perfloop.web.problems.Refused;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/processes")
class ProcessController {
    private static final List<String> PROCESSES = List.of(
            ProcessIds.PERFORMANCE_OPTIMIZATION,
            ProcessIds.LOAD_VALIDATION,
            ProcessIds.SET_UP_OBSERVABILITY,
            ProcessIds.TAKE_BACK_CHANGE,
            ProcessIds.REGRESSION_GATE,
            ProcessIds.CALIBRATION,
            ProcessIds.SCHEDULED_OPTIMIZATION,
            ProcessIds.PERFORMANCE_MONITORING);

    @GetMapping
    List<String> processes() {
        return PROCESSES;
    }

    @GetMapping(path = "/{processId}.bpmn")
    ResponseEntity<Resource> model(@PathVariable String processId) {
        Resource model = new ClassPathResource("/bpmn/" + processId + ".bpmn");
        if (!PROCESSES.contains(processId) || !model.exists()) {
            throw Refused.notFound(
                    "There is no process \"" + processId + "\".",
                    "Ask for one of " + String.join(", ", PROCESSES) + ".");
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(model);
    }
}
