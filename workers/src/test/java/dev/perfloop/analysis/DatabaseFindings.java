package dev.perfloop.analysis;

import dev.perfloop.profiling.ProfiledDatabase.Profiled;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What all detectors of the database layer say of a profile that is worth a change, when all that is waited for is the database. */
public final class DatabaseFindings {
    private static final List<Detector> DETECTORS = detectors();

    /** @param refusals each as "subject: reason" */
    public record Diagnosed(List<Finding> findings, List<String> refusals) {}

    private DatabaseFindings() {}

    public static Diagnosed of(Profiled profiled, ServerFacts server) {
        var profile = profiled.profile();
        double databaseMs = profile.statements().stream()
                .mapToDouble(StatementFacts::totalMs)
                .sum();
        double each = databaseMs / 100;
        var slow = new Latencies(each, 3 * each, 4 * each, each, 10, 0, 100);
        var nothing = Captured.NOTHING;
        var workload = new Workload(
                profile,
                new DrivenLoad(slow, Map.of("all", slow), Map.of("all", 100L)),
                new Series(List.of()),
                List.of(new Missed("", "p95", each / 10, 3 * each)),
                new Captured(
                        profiled.plans(), server, nothing.calls(), nothing.jvm(), nothing.host(), nothing.offers()));
        List<Finding> findings = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (var detector : DETECTORS) {
            var detection = Analysis.detection(detector, workload);
            detection.unseen().forEach(it -> refusals.add(it.what() + ": " + it.why()));
            detection.refusals().forEach(it -> refusals.add(it.subject() + ": " + it.reason()));
            detection.findings().stream()
                    .map(Finding::withinBounds)
                    .filter(it -> it.impact() >= RootCauses.WORTH_A_CHANGE)
                    .forEach(findings::add);
        }
        return new Diagnosed(findings, refusals);
    }

    private static List<Detector> detectors() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Detector.class));
            scanner.scan("dev.perfloop.analysis");
            context.refresh();
            return context.getBeansOfType(Detector.class).values().stream()
                    .filter(it -> it.layer() == Layer.DATABASE)
                    .toList();
        }
    }
}
