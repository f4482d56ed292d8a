package dev.perfloop.local;

import dev.perfloop.local.child.JvmCommand;
import dev.perfloop.local.child.JvmService;
import dev.perfloop.local.child.Priority;
import dev.perfloop.local.child.Probe;
import dev.perfloop.local.child.Service;
import dev.perfloop.local.dist.Distribution;
import dev.perfloop.local.postgres.Databases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;

/** The demo shop as a child: its own options file, our ports and its database. */
record DemoShop(Home home, Distribution dist, Ports ports, StackUrls urls, Secrets secrets) {
    /** The first start fills the database. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    Service service() throws IOException {
        Path jar = home.shopJar();
        if (!Files.exists(jar)) {
            throw new StackTrouble("The demo shop is not built: " + jar, "Build it: mvn -DskipTests package");
        }
        String jmx = String.valueOf(ports.of(Port.SHOP_JMX));
        List<String> options = new ArrayList<>(options());
        options.add("-Dcom.sun.management.jmxremote.port=" + jmx);
        options.add("-Dcom.sun.management.jmxremote.rmi.port=" + jmx);
        JvmCommand command = new JvmCommand(
                dist.guard(), List.of(jar), options, Optional.empty(), mainClass(jar), List.of(), Priority.MEASURED);
        Map<String, String> env = Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", String.valueOf(ports.of(Port.SHOP)),
                "SPRING_DATASOURCE_URL", urls.shopDatabaseUrl(),
                "SPRING_DATASOURCE_USERNAME", Databases.SHOP,
                "SPRING_DATASOURCE_PASSWORD", secrets.get(Databases.SHOP));
        Probe ready = Probe.http(URI.create(urls.shop() + "/actuator/health/readiness"));
        return new JvmService("Demo shop", command, env, home.logs().resolve("shop.log"), ready, PATIENCE);
    }

    private List<String> options() throws IOException {
        return Files.readAllLines(home.checkout().resolve("demo-shop/jvm.options")).stream()
                .filter(line -> line.startsWith("-"))
                .map(String::strip)
                .toList();
    }

    private static String mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }
}
