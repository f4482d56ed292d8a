package dev.perfloop.local;

import dev.perfloop.local.postgres.Databases;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What our application must know of this stack. */
record AppSettings(Home home, Ports ports, StackUrls urls, Secrets secrets) {

    Map<String, Object> early() {
        return Map.of(
                "spring.config.name",
                "workers,web-ui,local",
                "logging.file.name",
                home.logs().resolve("perfloop.log").toString(),
                "logging.threshold.console",
                "OFF",
                "logging.register-shutdown-hook",
                "false");
    }

    Map<String, Object> settings() throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", urls.databaseUrl());
        settings.put("spring.datasource.username", Databases.OURS);
        settings.put("spring.datasource.password", secrets.get(Databases.OURS));
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", ports.of(Port.UI));
        settings.put("camunda.client.grpc-address", "http://127.0.0.1:" + ports.of(Port.GRPC));
        settings.put("camunda.client.rest-address", "http://127.0.0.1:" + ports.of(Port.BROKER_HTTP));
        settings.put("camunda.client.prefer-rest-over-grpc", false);
        settings.put("perfloop.web.local-mode", true);
        settings.put("perfloop.alert.pages", urls.ui().toString());
        urls.operate().ifPresent(operate -> settings.put("perfloop.web.operate-url", operate.toString()));
        settings.put("perfloop.web.data-dir", home.data().toString());
        settings.put("perfloop.load.launcher-classpath", home.checkout().resolve("load-tests/target/dist") + "/*");
        settings.put("perfloop.load.reports-dir", home.data().resolve("reports").toString());
        // The names shop.yaml asks for.
        settings.put("SHOP_BASE_URL", urls.shop().toString());
        settings.put("SHOP_DB_URL", urls.shopDatabaseUrl());
        settings.put("SHOP_DB_PASSWORD", secrets.get(Databases.AGENT));
        settings.put("SHOP_JMX", "127.0.0.1:" + ports.of(Port.SHOP_JMX));
        return settings;
    }
}
