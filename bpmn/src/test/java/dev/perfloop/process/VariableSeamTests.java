package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.Variables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The variables that expressions read and mappings write are the documented ones. */
class VariableSeamTests {
    private static final Pattern TEXT_LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");
    private static final Set<String> FEEL = Set.of(
            "if",
            "then",
            "else",
            "null",
            "not",
            "and",
            "or",
            "true",
            "false",
            "count",
            "list",
            "contains",
            "string",
            "duration");
    /** Attempts are counted apart for each load profile; the workers know them all as loadAttempt. */
    private static final Pattern WITHIN_LOAD_VALIDATION = Pattern.compile("(baseline|peak|stress|soak)Attempt");

    @Test
    void expressionsAndMappingsUseOnlyDocumentedVariables() {
        Stream<String> expressions = Models.selectInAll(
                "//@source | //@expression | //@correlationKey | //@inputCollection | //*[name()='bpmn:timeCycle']"
                        + " | //*[name()='bpmn:timeDuration'] | //*[name()='bpmn:timeDate'] | //*[name()='bpmn:conditionExpression']")
                .stream();
        Stream<String> names = Models.selectInAll(
                "//*[name()='zeebe:input' or name()='zeebe:output']/@target | //@resultVariable | //@inputElement")
                .stream();
        Stream<String> decisions = Models.files(".dmn").stream()
                .flatMap(file -> Models.select(file, "//inputExpression/text | //output/@name").stream());

        assertThat(Stream.of(expressions, names, decisions)
                        .flatMap(all -> all)
                        .flatMap(VariableSeamTests::variables)
                        .filter(name -> !WITHIN_LOAD_VALIDATION.matcher(name).matches()))
                .isNotEmpty()
                .isSubsetOf(documented());
    }

    @Test
    void everyDocumentedVariableIsUsedByAModelOrAForm() {
        String everything =
                Models.files("").stream().map(VariableSeamTests::read).collect(Collectors.joining());

        assertThat(documented()).allMatch(everything::contains);
    }

    private static Stream<String> variables(String expression) {
        return NAME.matcher(TEXT_LITERAL.matcher(expression).replaceAll(""))
                .results()
                .map(match -> match.group())
                .filter(word -> !FEEL.contains(word));
    }

    private static Set<String> documented() {
        return ModelSeamTests.constants(Variables.class);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
