package dev.perfloop.faults;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The rooms of a diagnosis, without the engine. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan(
        basePackages = {
            "dev.perfloop.run",
            "dev.perfloop.target",
            "dev.perfloop.load",
            "dev.perfloop.profiling",
            "dev.perfloop.fingerprint",
            "dev.perfloop.analysis",
            "dev.perfloop.change",
            "dev.perfloop.optimization"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Worker|Tests.*|House)"))
@ConfigurationPropertiesScan("dev.perfloop")
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
})
class FaultHouse {
    static ConfigurableApplicationContext open(DataSource database, Path work, int steadySeconds) {
        ApplicationContextInitializer<GenericApplicationContext> ownDatabase =
                context -> context.registerBean("database", DataSource.class, () -> database);
        return new SpringApplicationBuilder(FaultHouse.class)
                .web(WebApplicationType.NONE)
                .initializers(ownDatabase)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.config.name=none",
                        "logging.level.root=WARN",
                        "perfloop.load.launcher-classpath="
                                + Path.of("../load-tests/target/dist").toAbsolutePath() + "/*",
                        "perfloop.load.reports-dir=" + work.resolve("reports"),
                        "perfloop.load.quick.warmup=4s",
                        "perfloop.load.quick.steady=" + steadySeconds + "s")
                .run();
    }
}
