package dev.perfloop.analysis;

import dev.perfloop.run.RunId;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Analyses a run as its workers would: only the layers that the inventory points to. */
public final class Diagnosis {
    /** @param findings the first to act on first */
    public record Result(boolean objectivesMet, List<String> bottlenecks, List<Finding> findings) {}

    private Diagnosis() {}

    public static boolean objectivesMet(ApplicationContext rooms, RunId run) {
        return rooms.getBean(Bottlenecks.class).locate(run).objectivesMet();
    }

    public static Result of(ApplicationContext rooms, RunId run) {
        var located = rooms.getBean(Bottlenecks.class).locate(run);
        List<String> summaries = rooms.getBean(Bottlenecks.class).rank(run).stream()
                .map(Bottleneck::summary)
                .toList();
        if (located.objectivesMet()) {
            return new Result(true, summaries, List.of());
        }
        located.layers().forEach(layer -> rooms.getBean(Analysis.class).of(run, layer));
        return new Result(false, summaries, rooms.getBean(Findings.class).rank(run));
    }
}
