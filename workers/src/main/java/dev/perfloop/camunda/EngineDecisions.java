package dev.perfloop.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineDecisions implements DecisionTables {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final CamundaClient client;

    EngineDecisions(@Lazy CamundaClient client) {
        this.client = client;
    }

    @Override
    public <T> Optional<T> evaluate(String decisionId, Record inputs, Class<T> output) {
        var evaluated = client.newEvaluateDecisionCommand()
                .decisionId(decisionId)
                .variables(inputs)
                .requestTimeout(PATIENCE)
                .send()
                .join();
        try {
            return Optional.ofNullable(JSON.readValue(evaluated.getDecisionOutput(), output));
        } catch (JsonProcessingException otherwise) {
            throw new IllegalStateException(
                    "The decision " + decisionId + " does not answer as it must: " + otherwise.getOriginalMessage(),
                    otherwise);
        }
    }
}
