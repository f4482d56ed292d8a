package dev.perfloop.local.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions the parent pom names, as the build wrote them down. */
record Versions(String camunda, String opensearch, String postgres, String plugin) {

    static Versions ofBuild() {
        Properties found = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/fetch.properties")) {
            found.load(Objects.requireNonNull(in, "fetch.properties is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(
                found.getProperty("camunda"),
                found.getProperty("opensearch"),
                found.getProperty("postgres"),
                found.getProperty("plugin"));
    }
}
