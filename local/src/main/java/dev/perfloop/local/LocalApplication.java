package dev.perfloop.local;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Workers and web UI in one context. Both name their beans without knowing of each other, hence the fully qualified
 * names; their own main classes stay out.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableScheduling
@ConfigurationPropertiesScan("dev.perfloop")
@ComponentScan(
        basePackages = "dev.perfloop",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootApplication.class))
public class LocalApplication {

    /** @param early logging, wanted before the context exists; @param settings win over every file */
    static ConfigurableApplicationContext start(Map<String, Object> early, Map<String, Object> settings) {
        return new SpringApplicationBuilder(LocalApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false) // the stack ends its parts in order
                .properties(early)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("stack", settings)))
                .run();
    }
}
