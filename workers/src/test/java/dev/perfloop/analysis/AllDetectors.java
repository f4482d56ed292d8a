package dev.perfloop.analysis;

import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every detector there is, as the workers find them. */
public final class AllDetectors {
    private AllDetectors() {}

    public static List<Detector> list() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Detector.class));
            scanner.scan("dev.perfloop.analysis");
            context.refresh();
            return List.copyOf(context.getBeansOfType(Detector.class).values());
        }
    }
}
