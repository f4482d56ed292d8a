package dev.perfloop;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The workers as a process of their own; on one machine the module {@code local} hosts them instead. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class WorkersApplication {
    public static void main(String[] args) {
        new SpringApplicationBuilder(WorkersApplication.class)
                .properties("spring.config.name=workers")
                .run(args);
    }
}
