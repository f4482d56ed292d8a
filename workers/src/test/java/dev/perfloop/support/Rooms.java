package dev.perfloop.support;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The beans of some rooms, wired as in production but for their workers, which need an engine. */
public final class Rooms {
    private Rooms() {}

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan("dev.perfloop")
    @EnableTransactionManagement
    static class Wiring {}

    /** @param rooms names of packages below {@code dev.perfloop} */
    public static AnnotationConfigApplicationContext open(
            DataSource ours, List<Class<?>> replacements, String... rooms) {
        var context = new AnnotationConfigApplicationContext();
        context.setAllowBeanDefinitionOverriding(true);
        context.registerBean(DataSource.class, () -> ours);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(ours));
        context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(ours));
        context.register(Wiring.class);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Worker|Tests)")));
        scanner.scan(Stream.of(rooms).map(room -> "dev.perfloop." + room).toArray(String[]::new));
        replacements.forEach(context::register);
        context.refresh();
        return context;
    }
}
