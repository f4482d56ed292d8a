package dev.perfloop.change;

import dev.perfloop.change.guard.GuardProperties;
import dev.perfloop.change.guard.SaidCpu;
import dev.perfloop.change.watch.SaidPulses;
import dev.perfloop.change.watch.WatchProperties;
import dev.perfloop.support.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The room as Spring builds it, on a database of its own, without its workers: they would want an engine. The target's machine and
 * its service are what the test says.
 */
final class ChangeRoom implements AutoCloseable {
    static final int LOCK_ATTEMPTS = 2;
    static final int LOOKS_BEFORE = 3;
    static final int LOOKS_IN_A_ROW = 3;

    final JdbcClient ours;
    final SaidCpu cpu = new SaidCpu();
    final SaidPulses service = new SaidPulses();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private volatile Duration later = Duration.ZERO;

    ChangeRoom() {
        this(Duration.ofHours(1));
    }

    /** @param longTransaction age from which a transaction holds an index back */
    ChangeRoom(Duration longTransaction) {
        this(longTransaction, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /**
     * @param throughOurs between the room and our database
     * @param throughBeans between the room's beans
     */
    ChangeRoom(Duration longTransaction, UnaryOperator<DataSource> throughOurs, UnaryOperator<Object> throughBeans) {
        ours = JdbcClient.create(throughOurs.apply(Database.migrated()));
        context.registerBean(JdbcClient.class, () -> ours);
        context.registerBean(
                ChangeProperties.class,
                () -> new ChangeProperties(
                        Duration.ofMillis(20),
                        LOCK_ATTEMPTS,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30)));
        context.registerBean(
                GuardProperties.class,
                () -> new GuardProperties(
                        2,
                        Duration.ofMillis(1),
                        longTransaction,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(10)));
        context.registerBean(
                WatchProperties.class,
                () -> new WatchProperties(
                        LOOKS_BEFORE,
                        Duration.ofMillis(8),
                        Duration.ofSeconds(1),
                        3,
                        Duration.ofMillis(100),
                        LOOKS_IN_A_ROW));
        context.registerBean(
                InstantSource.class,
                () -> () -> InstantSource.system().instant().plus(later));
        context.registerBean(SaidCpu.class, () -> cpu);
        context.registerBean(SaidPulses.class, () -> service);
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return throughBeans.apply(bean);
            }
        });
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Worker|ServiceProbes|MachineCpu)")));
        scanner.scan("dev.perfloop.run", "dev.perfloop.target", "dev.perfloop.change");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Lets the clock go forward. */
    void passes(Duration time) {
        later = later.plus(time);
    }

    @Override
    public void close() {
        context.close();
    }
}
