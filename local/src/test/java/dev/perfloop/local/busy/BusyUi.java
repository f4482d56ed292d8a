package dev.perfloop.local.busy;

import dev.perfloop.web.WebUiApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The UI's own application on loopback with {@link ManyRows}, without a broker. */
final class BusyUi implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext app;

    private BusyUi(EmbeddedPostgres postgres, ConfigurableApplicationContext app) {
        this.postgres = postgres;
        this.app = app;
    }

    static BusyUi start() throws IOException {
        var postgres = EmbeddedPostgres.start();
        var app = new SpringApplicationBuilder(WebUiApplication.class)
                .properties("spring.config.name=web-ui")
                .run(
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--management.health.camunda.enabled=false",
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres");
        var ui = new BusyUi(postgres, app);
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
    public void close() throws IOException {
        app.close();
        postgres.close();
    }
}
