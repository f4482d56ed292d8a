package dev.perfloop.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Some cases of each kind; {@link LabelledSetBenchmark} has them all, and measures that the labels are true. */
class LabelledSetTests {
    private static final int OF_A_KIND = 2;
    private static final int DECOYS = 8;

    @Test
    void whatIsMissingIsAdvisedAndNothingElse() throws SQLException {
        Map<String, List<Case>> kinds = CaseFile.read("first.txt").stream()
                .collect(Collectors.groupingBy(Case::kind, TreeMap::new, Collectors.toList()));
        List<String> wrong = new ArrayList<>();
        try (var database = LabelledDatabase.of("first.sql")) {
            for (var cases : kinds.values()) {
                int some = cases.getFirst().isDecoy() ? DECOYS : OF_A_KIND;
                for (var labelled : cases.subList(0, Math.min(some, cases.size()))) {
                    var verdict = database.judged(labelled);
                    if (!verdict.found() || !verdict.wrong().isEmpty()) {
                        wrong.add(labelled.kind() + ": " + labelled.name() + ": " + verdict.wrong() + " turned down: "
                                + verdict.refusals());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }
}
