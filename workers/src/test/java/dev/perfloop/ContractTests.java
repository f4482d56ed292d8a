package dev.perfloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import io.camunda.client.annotation.JobWorker;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The seam between the models and the workers: neither side says a word that the other does not know. */
class ContractTests {
    private final List<Model> models = List.of(
            Model.of("performance-optimization"),
            Model.of("load-validation"),
            Model.of("attribute-gains"),
            Model.of("measure-without"),
            Model.of("prove-rollback"),
            Model.of("set-up-observability"),
            Model.of("take-back-change"),
            Model.of("regression-gate"),
            Model.of("calibration"),
            Model.of("check-target"),
            Model.of("scheduled-optimization"),
            Model.of("performance-monitoring"));

    @Test
    void everyJobTypeOfTheModelsHasExactlyOneWorker() {
        assertThat(served()).containsExactlyInAnyOrderElementsOf(asked());
    }

    @Test
    void everyJobTypeHasItsConstant() {
        assertThat(constantsOf(JobTypes.class)).containsExactlyInAnyOrderElementsOf(asked());
    }

    @Test
    void aWorkerEndsItsJobsItself() {
        assertThat(workerMethods())
                .allSatisfy(method -> assertThat(
                                method.getAnnotationOfType(JobWorker.class).autoComplete())
                        .as(method.getFullName())
                        .isFalse());
    }

    @Test
    void everyErrorIsThrownByAWorkerOrByAModel() {
        var thrownByModels =
                models.stream().flatMap(model -> model.thrownErrors().stream()).collect(Collectors.toSet());
        String workers = House.sources().stream().map(House.Source::text).collect(Collectors.joining("\n"));

        assertThat(constantsOf(ErrorCodes.class))
                .allMatch(code -> thrownByModels.contains(code) || workers.contains("ErrorCodes." + code));
    }

    @Test
    void everyErrorIsCaughtByAModel() {
        var caught =
                models.stream().flatMap(model -> model.caughtErrors().stream()).collect(Collectors.toSet());

        assertThat(caught).containsExactlyInAnyOrderElementsOf(constantsOf(ErrorCodes.class));
    }

    @Test
    void workersReadAndWriteOnlyVariablesThatAreNamedInTheContract() {
        assertThat(variablesOf("In")).isSubsetOf(constantsOf(Variables.class));
        assertThat(variablesOf("Out")).isSubsetOf(constantsOf(Variables.class));
    }

    private Set<String> asked() {
        return models.stream().flatMap(model -> model.jobTypes().stream()).collect(Collectors.toSet());
    }

    private static List<String> served() {
        return workerMethods()
                .map(method -> method.getAnnotationOfType(JobWorker.class).type())
                .toList();
    }

    private static Stream<JavaMethod> workerMethods() {
        return House.CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(JobWorker.class));
    }

    private static Set<String> variablesOf(String record) {
        return workerMethods()
                .map(JavaMethod::getOwner)
                .map(JavaClass::reflect)
                .flatMap(worker -> Arrays.stream(worker.getDeclaredClasses()))
                .filter(type -> type.getSimpleName().equals(record))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> constantsOf(Class<?> words) {
        return Arrays.stream(words.getFields())
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException bug) {
                        throw new IllegalStateException(bug);
                    }
                })
                .collect(Collectors.toSet());
    }
}
