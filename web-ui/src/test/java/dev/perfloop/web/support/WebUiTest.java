package dev.perfloop.web.support;

import dev.perfloop.web.WebUiApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole application on a real database, with an engine that only remembers. All tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {WebUiApplication.class, WebUiTestConfiguration.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=web-ui",
            "perfloop.web.resend-every=PT1H",
            "perfloop.web.heartbeat=500ms",
            "perfloop.web.operate-url=http://localhost:8080/operate",
            "management.health.camunda.enabled=false"
        })
@AutoConfigureMockMvc
public @interface WebUiTest {}
