package dev.perfloop.web.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class AllowedTests {
    private static final Pattern WORD = Pattern.compile("'(\\w+)'::text");

    @Autowired
    Rows rows;

    static List<Arguments> columns() {
        return List.of(
                Arguments.of(Allowed.RunStatus.class, "run", "status"),
                Arguments.of(Allowed.Outcome.class, "run", "outcome"),
                Arguments.of(Allowed.StepStatus.class, "run_step", "status"),
                Arguments.of(Allowed.Layer.class, "finding", "layer"),
                Arguments.of(Allowed.Level.class, "finding", "confidence"),
                Arguments.of(Allowed.Level.class, "finding", "priority"),
                Arguments.of(Allowed.Effort.class, "finding", "effort"),
                Arguments.of(Allowed.LoadPhase.class, "load_test", "phase"),
                Arguments.of(Allowed.LoadProfile.class, "load_test", "profile"),
                Arguments.of(Allowed.LoadStatus.class, "load_test", "status"),
                Arguments.of(Allowed.LoadCheckState.class, "load_check", "state"),
                Arguments.of(Allowed.Metric.class, "verdict", "metric"),
                Arguments.of(Allowed.Judgement.class, "verdict", "result"),
                Arguments.of(Allowed.Compared.class, "comparison", "verdict"),
                Arguments.of(Allowed.GuardResult.class, "regression_gate", "result"),
                Arguments.of(Allowed.ChangeStatus.class, "change", "status"),
                Arguments.of(Allowed.ChangeGuard.class, "change_guard", "guard"),
                Arguments.of(Allowed.ChangeGuardAnswer.class, "change_guard", "answer"),
                Arguments.of(Allowed.ApprovalKind.class, "approval", "kind"),
                Arguments.of(Allowed.DecidedIn.class, "approval", "decided_in"),
                Arguments.of(Allowed.ScheduleStatus.class, "schedule", "status"),
                Arguments.of(Allowed.AlertSeverity.class, "alert", "severity"),
                Arguments.of(Allowed.AlertState.class, "alert", "state"),
                Arguments.of(Allowed.AlertAction.class, "alert_response", "action"),
                Arguments.of(Allowed.AlertVerdict.class, "alert", "verdict"),
                Arguments.of(Allowed.Resource.class, "alert_response", "resource"),
                Arguments.of(Allowed.TakeBackOutcome.class, "take_back", "outcome"),
                Arguments.of(Allowed.ThresholdFrom.class, "alert_breach", "threshold_from"),
                Arguments.of(Allowed.CheckPart.class, "target_check_part", "part"),
                Arguments.of(Allowed.CheckState.class, "target_check_answer", "state"),
                Arguments.of(Allowed.RestsOn.class, "assessment", "rests_on"),
                Arguments.of(Allowed.MetricSource.class, "series", "source"),
                Arguments.of(Allowed.SeriesKind.class, "series", "kind"),
                Arguments.of(Allowed.Recovered.class, "gap", "recovered"));
    }

    @ParameterizedTest(name = "{0} are the words of {1}.{2}")
    @MethodSource("columns")
    void theDescriptionNamesTheWordsThatTheSchemaAllows(Class<? extends Enum<?>> words, String table, String column) {
        assertThat(Arrays.stream(words.getEnumConstants()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(allowedIn(table, column));
    }

    private TreeSet<String> allowedIn(String table, String column) {
        return rows.jdbc().sql("""
                        SELECT pg_get_constraintdef(c.oid)
                        FROM pg_constraint c
                        JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
                        WHERE c.contype = 'c' AND c.conrelid = :table::regclass AND a.attname = :column
                        """).param("table", table).param("column", column).query(String.class).list().stream()
                .flatMap(rule -> WORD.matcher(rule).results().map(word -> word.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
