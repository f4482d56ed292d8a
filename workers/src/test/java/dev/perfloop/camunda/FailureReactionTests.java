package dev.perfloop.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureReactionTests {
    private static final class Ailment extends RuntimeException implements Remedy {
        private final boolean passing;

        Ailment(boolean passing) {
            super("The database is down.");
            this.passing = passing;
        }

        @Override
        public String mend() {
            return "Start it.";
        }

        @Override
        public boolean worthRetrying() {
            return passing;
        }
    }

    @Test
    void whatMayPassIsTriedAgainAfterLongerAndLongerPauses() {
        assertThat(FailureReaction.to(new Ailment(true), 3).backoff()).isEqualTo(Duration.ofSeconds(5));
        assertThat(FailureReaction.to(new Ailment(true), 2).backoff())
                .as("a failover takes a minute or two")
                .isEqualTo(Duration.ofSeconds(100));
        assertThat(FailureReaction.to(new Ailment(true), 3).retriesLeft()).isEqualTo(2);
        assertThat(FailureReaction.to(new Ailment(true), 2).message())
                .isEqualTo("The database is down. Start it. It is tried again in 100 s.");
    }

    @Test
    void aBugIsNotWaitedForAsLong() {
        assertThat(FailureReaction.to(new IllegalStateException(), 2).backoff()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theLastFailureIsAnIncidentThatSaysWhatToDo() {
        var reaction = FailureReaction.to(new Ailment(true), 1);

        assertThat(reaction.end()).isEqualTo(StepListener.End.INCIDENT);
        assertThat(reaction.message()).isEqualTo("The database is down. Start it.");
        assertThat(reaction.isBug()).isFalse();
    }

    @Test
    void whatOnlyAPersonCanMendIsAnIncidentAtOnce() {
        var reaction = FailureReaction.to(new Ailment(false), 3);

        assertThat(reaction.retriesLeft()).isZero();
        assertThat(reaction.end()).isEqualTo(StepListener.End.INCIDENT);
    }

    @Test
    void ourOwnDatabaseBeingAwayUsesUpNoRetryHoweverLongItLasts() {
        var refused =
                new CannotGetJdbcConnectionException("Failed to obtain JDBC Connection", new SQLException("refused"));
        var reaction = FailureReaction.to(refused, 1);

        assertThat(reaction.retriesLeft()).isOne();
        assertThat(reaction.end()).isEqualTo(StepListener.End.RETRY);
        assertThat(reaction.backoff()).isPositive();
        assertThat(reaction.message()).contains("own database", "goes on");
        assertThat(FailureReaction.to(new DataAccessResourceFailureException("reset"), 1)
                        .retriesLeft())
                .isOne();
        assertThat(FailureReaction.to(new CannotCreateTransactionException("refused"), 1)
                        .retriesLeft())
                .isOne();
    }

    @Test
    void aFailureThatAnotherDatabaseIsTheCauseOfIsCounted() {
        var ofTheTarget = new IllegalStateException("target", new DataAccessResourceFailureException("reset"));

        assertThat(FailureReaction.to(ofTheTarget, 3).retriesLeft()).isEqualTo(2);
    }

    @Test
    void anythingElseIsABugAndSaysSo() {
        var reaction = FailureReaction.to(new IllegalStateException(), 3);

        assertThat(reaction.isBug()).isTrue();
        assertThat(reaction.message()).contains("IllegalStateException");
        assertThat(reaction.end()).isEqualTo(StepListener.End.RETRY);
    }
}
