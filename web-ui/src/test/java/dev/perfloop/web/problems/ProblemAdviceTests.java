package dev.perfloop.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;

class ProblemAdviceTests {
    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void aBrowserThatLeftIsNoBug() {
        assertThat(advice.broken(new ClientAbortException(new IOException("Broken pipe"))))
                .isNull();
    }

    @Test
    void whatBreaksInsideIsAnAnswerWithAnId() {
        assertThat(advice.broken(new IllegalStateException("broken")))
                .extracting(answer -> answer.getStatusCode().value())
                .isEqualTo(500);
    }
}
