package dev.perfloop.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.camunda.ModelDeployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Workers and API alone in a JVM of their own, as a container would have them: broker and databases live elsewhere. */
public final class AppHost {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BROKER_PATIENCE = Duration.ofMinutes(5);

    /** What {@link AppSettings} says, for the other side. */
    public record Settings(Map<String, Object> early, Map<String, Object> settings) {
        void write(Path file) throws IOException {
            Files.write(file, JSON.writeValueAsBytes(this));
        }
    }

    private AppHost() {}

    public static void main(String[] args) throws Exception {
        Settings told = JSON.readValue(Files.readAllBytes(Path.of(args[0])), new TypeReference<Settings>() {});
        ConfigurableApplicationContext context = LocalApplication.start(told.early(), told.settings());
        context.getBean(ModelDeployment.class).deploy(BROKER_PATIENCE);
    }
}
