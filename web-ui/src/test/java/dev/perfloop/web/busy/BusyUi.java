package dev.perfloop.web.busy;

import dev.perfloop.web.WebUiApplication;
import dev.perfloop.web.support.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The UI's own application on loopback with {@link ManyRows}, without a broker. */
final class BusyUi implements AutoCloseable {
    private final ConfigurableApplicationContext app;

    private BusyUi(ConfigurableApplicationContext app) {
        this.app = app;
    }

    static BusyUi start() {
        TestPostgres postgres = TestPostgres.shared();
        var app = new SpringApplicationBuilder(WebUiApplication.class)
                .properties(
                        "spring.config.name=web-ui",
                        "server.port=0",
                        "logging.level.root=WARN",
                        "management.health.camunda.enabled=false",
                        "spring.datasource.url=" + postgres.url(),
                        "spring.datasource.username=" + postgres.user(),
                        "spring.datasource.password=" + postgres.password())
                .run("--server.port=0", "--spring.datasource.url=" + postgres.url(),
                        "--spring.datasource.username=" + postgres.user(),
                        "--spring.datasource.password=" + postgres.password());
        var ui = new BusyUi(app);
        ManyRows.fill(ui.jdbc());
        return ui;
    }

    JdbcClient jdbc() {
        return app.getBean(JdbcClient.class);
    }

    String url() {
        return "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) app).getWebServer().getPort();
    }

    @Override
    public void close() {
        app.close();
    }
}
