package dev.perfloop.web;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The API and the front end on their own; {@code local} hosts them together with the workers instead. */
@SpringBootApplication
public class WebUiApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(WebUiApplication.class)
                .properties("spring.config.name=web-ui")
                .run(args);
    }
}
