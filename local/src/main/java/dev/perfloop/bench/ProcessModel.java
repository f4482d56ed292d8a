package dev.perfloop.bench;

import dev.perfloop.contract.JobTypes;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model whose service tasks the benchmark works itself, doing nothing.
 *
 * @param jobTypes of its service tasks
 */
record ProcessModel(String processId, Set<String> jobTypes) {

    static ProcessModel read(Path file) throws SubjectFailed {
        BpmnModelInstance model;
        try {
            model = Bpmn.readModelFromFile(file.toFile());
        } catch (RuntimeException malformed) {
            throw new SubjectFailed(file + " is no BPMN model: " + malformed.getMessage());
        }
        String id = model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .findFirst()
                .orElseThrow(() -> new SubjectFailed(file + " has no executable process."))
                .getId();
        Set<String> types = model.getModelElementsByType(ZeebeTaskDefinition.class).stream()
                .map(ZeebeTaskDefinition::getType)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String type : types) {
            // On the broker of a running stack we would take the jobs of its runs and do nothing for them.
            if (ours().contains(type) || type.startsWith("=")) {
                throw new SubjectFailed("The benchmark cannot work jobs of type " + type
                        + " itself. Give the model job types of its own, or name a deployed process by its id.");
            }
        }
        return new ProcessModel(id, types);
    }

    private static Set<String> ours() {
        return Stream.of(JobTypes.class.getFields()).map(ProcessModel::value).collect(Collectors.toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
