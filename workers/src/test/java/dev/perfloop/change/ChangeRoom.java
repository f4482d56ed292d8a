package dev.perfloop.change;

import dev.perfloop.support.Database;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room as Spring builds it, on a database of its own, without its workers: they would want an engine. */
final class ChangeRoom implements AutoCloseable {
    static final int LOCK_ATTEMPTS = 2;

    final JdbcClient ours = JdbcClient.create(Database.migrated());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    ChangeRoom() {
        var properties = new ChangeProperties(
                Duration.ofMillis(20), LOCK_ATTEMPTS, Duration.ofSeconds(3), Duration.ofSeconds(3));
        context.registerBean(JdbcClient.class, () -> ours);
        context.registerBean(ChangeProperties.class, () -> properties);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Worker")));
        scanner.scan("dev.perfloop.run", "dev.perfloop.target", "dev.perfloop.change");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
