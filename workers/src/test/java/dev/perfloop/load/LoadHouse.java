package dev.perfloop.load;

import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
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

/** The rooms under load, without the engine. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {"dev.perfloop.load", "dev.perfloop.run", "dev.perfloop.target"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Worker|Tests.*)"))
@ConfigurationPropertiesScan({"dev.perfloop.load", "dev.perfloop.run", "dev.perfloop.target"})
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
public class LoadHouse {
    public static ConfigurableApplicationContext open(DataSource database, String... settings) {
        ApplicationContextInitializer<GenericApplicationContext> ownDatabase =
                context -> context.registerBean("database", DataSource.class, () -> database);
        return new SpringApplicationBuilder(LoadHouse.class)
                .web(WebApplicationType.NONE)
                .initializers(ownDatabase)
                .properties("spring.main.banner-mode=off", "spring.config.name=none")
                .properties(settings)
                .run();
    }
}
