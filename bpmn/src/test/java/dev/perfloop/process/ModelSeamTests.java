package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Messages;
import dev.perfloop.contract.ProcessIds;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Models and contract say the same words. */
class ModelSeamTests {

    @Test
    void everyJobTypeIsInTheContractAndInAModel() {
        var inModels = new TreeSet<>(
                Models.selectInAll("//*[name()='zeebe:taskDefinition' or name()='zeebe:executionListener']/@type"));

        assertThat(inModels).isEqualTo(constants(JobTypes.class));
    }

    @Test
    void everyErrorCodeIsInTheContractAndInAModel() {
        assertThat(new TreeSet<>(Models.selectInAll("//@errorCode"))).isEqualTo(constants(ErrorCodes.class));
    }

    @Test
    void everyMessageIsInTheContractAndInAModel() {
        assertThat(new TreeSet<>(Models.selectInAll("//*[name()='bpmn:message']/@name")))
                .isEqualTo(constants(Messages.class));
    }

    @Test
    void aFileIsNamedAsWhatItHolds() {
        var ids = new TreeSet<String>();
        Models.files("").forEach(file -> {
            var held = switch (file.toString().replaceFirst(".*\\.", "")) {
                case "bpmn" -> Models.select(file, "//*[name()='bpmn:process']/@id");
                case "dmn" -> Models.select(file, "//decision/@id");
                default -> List.<String>of();
            };
            assertThat(held).allMatch(Models.id(file)::equals);
            ids.addAll(held);
        });
        assertThat(ids).isEqualTo(constants(ProcessIds.class));
    }

    @Test
    void whatAModelCallsIsDeployedWithItAndBoundToThatDeployment() {
        var bindings = Models.selectInAll(
                "//*[name()='zeebe:calledElement' or name()='zeebe:calledDecision' or name()='zeebe:formDefinition']"
                        + "/@bindingType");
        var called = Models.selectInAll("//@processId | //@decisionId | //@formId");

        assertThat(bindings).hasSameSizeAs(called).allMatch("deployment"::equals);
        assertThat(Models.files("").stream().map(Models::id)).containsAll(called);
    }

    @Test
    void onlyNamedVariablesCrossACallActivity() {
        assertThat(Models.selectInAll("//@propagateAllChildVariables | //@propagateAllParentVariables"))
                .hasSize(2
                        * Models.selectInAll("//*[name()='zeebe:calledElement']/@processId")
                                .size())
                .allMatch("false"::equals);
    }

    @Test
    void everyWayOutOfARunWritesTheSummary() {
        var ends = Models.select(
                processFile(),
                "//*[name()='bpmn:endEvent'][not(contains(@id,'Analysed') or contains(@id,'Reminded'))]/@id");
        var withSummary = Models.select(
                processFile(), "//*[name()='bpmn:endEvent'][.//*[@type='write-summary' and @eventType='start']]/@id");

        assertThat(withSummary).containsExactlyElementsOf(ends).hasSize(14);
    }

    @Test
    void everyTaskSaysWhatItDoes() {
        String task = "//*[contains('bpmn:serviceTask bpmn:userTask bpmn:businessRuleTask bpmn:callActivity"
                + " bpmn:scriptTask bpmn:subProcess', name())]";

        assertThat(Models.selectInAll(task + "[not(*[name()='bpmn:documentation'])]/@id"))
                .isEmpty();
        assertThat(Models.selectInAll(task + "/@id")).isNotEmpty();
    }

    private static Path processFile() {
        return Models.files(ProcessIds.PERFORMANCE_OPTIMIZATION + ".bpmn").getFirst();
    }

    /** The values of a vocabulary of the contract. */
    static Set<String> constants(Class<?> vocabulary) {
        var values = new TreeSet<String>();
        Stream.of(vocabulary.getFields()).map(ModelSeamTests::value).forEach(values::add);
        return values;
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
