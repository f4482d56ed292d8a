package dev.perfloop.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes to the engine beside the outcomes of jobs: messages, and questions to decisions. */
class EngineDoorsTests {
    record Asked(String metric) {}

    record Decided(double warning, String direction) {}

    private final Gateway engine = new Gateway();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aDecisionIsReadAsARecordWhateverElseItSays() {
        engine.decide("{\"warning\":0.8,\"direction\":\"ABOVE\",\"note\":\"new\"}");

        assertThat(decisions().evaluate("evaluate-thresholds", new Asked("cpu"), Decided.class))
                .contains(new Decided(0.8, "ABOVE"));
        assertThat(engine.evaluated).singleElement().satisfies(request -> {
            assertThat(request.getDecisionId()).isEqualTo("evaluate-thresholds");
            assertThat(request.getVariables()).isEqualTo("{\"metric\":\"cpu\"}");
        });
    }

    @Test
    void aDecisionThatCollectsIsReadAsAnArray() {
        engine.decide("[{\"warning\":1,\"direction\":\"ABOVE\"},{\"warning\":2,\"direction\":\"BELOW\"}]");

        assertThat(decisions()
                        .evaluate("choose", new Asked("cpu"), Decided[].class)
                        .orElseThrow())
                .containsExactly(new Decided(1, "ABOVE"), new Decided(2, "BELOW"));
    }

    @Test
    void whereNoRuleFitsThereIsNoAnswer() {
        engine.decide("null");

        assertThat(decisions().evaluate("evaluate-thresholds", new Asked("cpu"), Decided.class))
                .isEmpty();
    }

    @Test
    void anEditedDecisionThatAnswersOtherwiseIsSaid() {
        engine.decide("\"much\"");

        assertThatThrownBy(() -> decisions().evaluate("evaluate-thresholds", new Asked("cpu"), Decided.class))
                .hasMessageContaining("evaluate-thresholds does not answer as it must");
    }

    @Test
    void aMessageDoesNotOutliveTheMoment() {
        new Messenger(engine.client).send("optimization-requested", "shop", "run-1", new Asked("x"));

        assertThat(engine.published).singleElement().satisfies(message -> {
            assertThat(message.getName()).isEqualTo("optimization-requested");
            assertThat(message.getCorrelationKey()).isEqualTo("shop");
            assertThat(message.getMessageId()).isEqualTo("run-1");
            assertThat(message.getTimeToLive()).isZero();
        });
    }

    @Test
    void aMessageThatIsNotTakenIsLeftToWhoKeepsTheRows() {
        engine.refuse(Status.UNAVAILABLE);

        new Messenger(engine.client).send("optimization-requested", "shop", "run-1", new Asked("x"));

        assertThat(engine.published).hasSize(1);
    }

    private DecisionTables decisions() {
        return new EngineDecisions(engine.client);
    }
}
