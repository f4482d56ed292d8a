package dev.perfloop.monitoring;

import dev.perfloop.monitoring.source.MetricSource;
import dev.perfloop.monitoring.source.SourceSilent;
import dev.perfloop.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks sources side by side: one that keeps silent must not hold up the others. */
@Component
class Asking implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final MonitoringProperties properties;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("monitoring-", 0).factory());

    Asking(MonitoringProperties properties) {
        this.properties = properties;
    }

    /** An answer of each, in their order. */
    List<Answer> all(List<MetricSource> sources, Target target, Instant at) throws InterruptedException {
        List<Callable<Answer>> questions = sources.stream()
                .<Callable<Answer>>map(source -> () -> ask(source, target, at))
                .toList();
        List<Future<Answer>> asked =
                threads.invokeAll(questions, properties.patience().toMillis(), TimeUnit.MILLISECONDS);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.add(answer(sources.get(i), asked.get(i)));
        }
        return answers;
    }

    private Answer answer(MetricSource source, Future<Answer> asked) throws InterruptedException {
        long patience = properties.patience().toMillis();
        try {
            return asked.get();
        } catch (CancellationException late) {
            return new Answer(source.source(), null, "no answer within " + patience + " ms", patience);
        } catch (ExecutionException bug) {
            LOG.error("Asking {} failed", source.source(), bug);
            return new Answer(source.source(), null, "unexpected: " + bug.getMessage(), 0);
        }
    }

    private static Answer ask(MetricSource source, Target target, Instant at) throws InterruptedException {
        long began = System.nanoTime();
        try {
            var told = source.ask(target, at);
            return new Answer(source.source(), told, "", (System.nanoTime() - began) / 1e6);
        } catch (SourceSilent silent) {
            return new Answer(source.source(), null, silent.reason(), (System.nanoTime() - began) / 1e6);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
