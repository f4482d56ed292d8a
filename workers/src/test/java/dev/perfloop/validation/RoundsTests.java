package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import dev.perfloop.validation.Comparison.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rounds a run may take, and after which of them it is judged: of a change that made all half as slow again. */
class RoundsTests {
    private static final RunId RUN = new RunId("run");

    private final AnnotationConfigApplicationContext rooms =
            Rooms.open(Database.migrated(), List.of(), "target", "run", "load", "change", "validation");
    private final MeasuredRows rows = new MeasuredRows(rooms.getBean(JdbcClient.class));
    private final Validation validation = rooms.getBean(Validation.class);

    @BeforeEach
    void target() {
        rows.target();
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void aTargetThatDoesNotSayGetsWhatTheWorkersAreSetTo() {
        rows.run("run");
        measured(3);

        assertThat(validation.allowsMoreRounds(RUN, 2)).isTrue();
        assertThat(validation.allowsMoreRounds(RUN, 3)).isFalse();
        assertThat(validation.compare(RUN, 3).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void aTargetMayAskForANight() {
        rows.run("run", MeasuredRows.SHOP.replace("load:\n", "load:\n  rounds: 64\n"));
        measured(3);

        assertThat(validation.allowsMoreRounds(RUN, 63)).isTrue();
        assertThat(validation.allowsMoreRounds(RUN, 64)).isFalse();
        assertThat(validation.compare(RUN, 3).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(validation.compare(RUN, 3).reason()).contains("after round 4");
        measured(4, 4);
        assertThat(validation.compare(RUN, 4).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    private void measured(int rounds) {
        measured(1, rounds);
    }

    private void measured(int from, int to) {
        for (int round = from; round <= to; round++) {
            rows.load("run", "BEFORE", Profiles.BASELINE, round, 100);
            rows.load("run", "AFTER", Profiles.BASELINE, round, 150);
        }
    }
}
