package dev.perfloop.check;

import dev.perfloop.profiling.TargetSight;
import dev.perfloop.target.Target;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ServiceAnswers implements Asking {
    private final TargetSight sight;

    ServiceAnswers(TargetSight sight) {
        this.sight = sight;
    }

    @Override
    public Found ask(Target target, Checked checked) {
        return Found.of(List.of(
                sight.answers(target)
                        ? Answer.fine("URL", target.baseUrl() + " answers.")
                        : Answer.broken(
                                "URL",
                                "Nothing answers HTTP at " + target.baseUrl() + ".",
                                "Start the service, or correct baseUrl; it has to be reachable from the workers."),
                Answer.of(
                        "Metrics", sight.metrics(target), "The service tells its metrics at " + target.metrics() + "."),
                Answer.of("JMX", sight.jvm(target), "The service's JVM can be recorded.")));
    }
}
