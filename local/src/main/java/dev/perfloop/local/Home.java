package dev.perfloop.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are.
 *
 * @param checkout the repository, with the jars of the demo shop and the load generator
 * @param data everything that is written; deleting it starts from nothing
 */
public record Home(Path checkout, Path data) {

    /** As the launcher script says; {@code PERFLOOP_DATA} moves the data elsewhere. */
    public static Home here() {
        Path checkout = Path.of(
                        Optional.ofNullable(System.getProperty("perfloop.home")).orElse("."))
                .toAbsolutePath()
                .normalize();
        Path data = Optional.ofNullable(System.getenv("PERFLOOP_DATA"))
                .filter(dir -> !dir.isBlank())
                .map(dir -> Path.of(dir).toAbsolutePath().normalize())
                .orElse(checkout.resolve(".perfloop"));
        return new Home(checkout, data);
    }

    /** Where the API of this stack answers, or would once it is up. */
    public URI uiUri() {
        return URI.create("http://127.0.0.1:" + Ports.written(ports()).getOrDefault(Port.UI, Port.UI.usual()));
    }

    Path ports() {
        return data.resolve("ports.json");
    }

    Path dist() {
        return data.resolve("dist");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    Path postgres() {
        return data.resolve("pg");
    }

    Path broker() {
        return data.resolve("broker");
    }

    Path search() {
        return data.resolve("search");
    }

    /** Class data archives, one a child. */
    Path archives() {
        return data.resolve("cds");
    }

    Path shopJar() {
        return checkout.resolve("demo-shop/target/perfloop-demo-shop.jar");
    }
}
