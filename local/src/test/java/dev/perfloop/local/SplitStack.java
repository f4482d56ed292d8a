package dev.perfloop.local;

import dev.perfloop.local.child.JvmCommand;
import dev.perfloop.local.child.JvmService;
import dev.perfloop.local.child.Priority;
import dev.perfloop.local.child.Probe;
import dev.perfloop.local.child.Service;
import dev.perfloop.local.child.Supervised;
import dev.perfloop.local.dist.Distribution;
import dev.perfloop.local.postgres.Databases;
import dev.perfloop.local.postgres.PostgresService;
import dev.perfloop.local.postgres.Superuser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The parts of a stack side by side, so that each can be killed alone: our database and the target's on a server each, the broker,
 * and the app in a JVM of its own. Who started it is the supervisor of all of them.
 */
public final class SplitStack implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Home home;
    private final Ports ports;
    private final Superuser superuser;
    private final List<AutoCloseable> parts = new ArrayList<>();

    private volatile Optional<JvmService> app = Optional.empty();
    private volatile Optional<JvmService> broker = Optional.empty();

    private SplitStack(Home home, Ports ports, Superuser superuser) {
        this.home = home;
        this.ports = ports;
        this.superuser = superuser;
    }

    /** @param options of the app's JVM */
    public static SplitStack start(Path checkout, Path data, List<String> options, StackListener listener)
            throws IOException, SQLException {
        Home home = new Home(checkout, data);
        Files.createDirectories(home.logs());
        Files.createDirectories(home.archives());
        Distribution dist = Distribution.ensure(home.dist(), false, listener);
        Ports ports = Ports.choose(home.ports(), Duration.ofSeconds(3), listener);
        Superuser superuser = new Superuser("postgres", new Secrets(home.secrets()).get("postgres"));
        SplitStack stack = new SplitStack(home, ports, superuser);
        try {
            stack.begin(dist, options, listener);
            return stack;
        } catch (IOException | SQLException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void begin(Distribution dist, List<String> options, StackListener listener)
            throws IOException, SQLException {
        Secrets secrets = new Secrets(home.secrets());
        ports.release(Port.POSTGRES, Port.SHOP, Port.UI);
        // One after the other: the first start of a server leaves its password in a file beside the data for a moment.
        supervise(server(dist, home.postgres(), Port.POSTGRES), listener);
        supervise(server(dist, targetData(), Port.SHOP), listener);
        new Databases(superuser, ports.of(Port.POSTGRES)).ensureOwned(Databases.OURS, secrets.get(Databases.OURS));
        Databases targets = new Databases(superuser, ports.of(Port.SHOP));
        targets.ensureOwned(Databases.SHOP, secrets.get(Databases.SHOP));
        targets.ensureAgent(secrets.get(Databases.AGENT), home.checkout().resolve("demo-shop/perfloop-agent.sql"));
        JvmService engine = new CamundaServices(home, dist, ports).broker(false);
        broker = Optional.of(engine);
        trainArchive(engine);
        supervise(engine, listener);
        JvmService perfloop = app(dist, options, secrets);
        app = Optional.of(perfloop);
        trainArchive(perfloop);
        Restarted restarted = new Restarted(perfloop);
        parts.add(restarted);
        restarted.launch();
        await(() -> api().answers(), Duration.ofMinutes(2));
    }

    private PostgresService server(Distribution dist, Path data, Port port) {
        Path log = home.logs().resolve(data.getFileName() + ".log");
        return new PostgresService(dist.postgres(), data, ports.of(port), log, superuser);
    }

    private void supervise(Service service, StackListener listener) {
        Supervised supervised = new Supervised(service, listener, STOP_WITHIN);
        parts.add(supervised);
        supervised.firstReady().join();
    }

    private JvmService app(Distribution dist, List<String> options, Secrets secrets) throws IOException {
        StackUrls urls = StackUrls.of(ports, false);
        AppSettings settings = new AppSettings(home, ports, urls, secrets);
        new AppHost.Settings(settings.early(), settings.settings()).write(settingsFile());
        List<String> all = new ArrayList<>(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        all.addAll(options);
        JvmCommand command = new JvmCommand(
                dist.guard(),
                ClassJars.of(System.getProperty("java.class.path"), home.data().resolve("app")),
                all,
                Optional.of(home.archives().resolve("app.jsa")),
                AppHost.class.getName(),
                List.of(settingsFile().toString()),
                Priority.NORMAL);
        Path output = home.logs().resolve("app.out");
        return new JvmService("Perfloop", command, Map.of(), output, () -> api().answers(), Duration.ofMinutes(2));
    }

    /** The first orderly end writes what makes every later start quicker. */
    private void trainArchive(Service service) throws IOException {
        CompletableFuture<String> ended = service.launch();
        await(() -> service.isReady() || ended.isDone(), Duration.ofMinutes(3));
        if (ended.isDone()) {
            throw new IllegalStateException(service.name() + ": " + ended.join() + ", see " + home.logs());
        }
        service.stop(STOP_WITHIN);
    }

    private Path settingsFile() {
        return home.data().resolve("app.json");
    }

    private Path targetData() {
        return home.data().resolve("target-pg");
    }

    /** The log of the target's server, which knows nothing of ours. */
    public Path targetLog() {
        return home.logs().resolve("target-pg.log");
    }

    public Path agentPassword() {
        return home.secrets().resolve(Databases.AGENT);
    }

    public String secret(String role) throws IOException {
        return new Secrets(home.secrets()).get(role);
    }

    public LoopApi api() {
        return new LoopApi(URI.create("http://127.0.0.1:" + ports.of(Port.UI)));
    }

    public String targetUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.SHOP) + "/" + database;
    }

    /** As the superuser. */
    public Connection connectTarget(String database) throws SQLException {
        return superuser.connect(ports.of(Port.SHOP), database);
    }

    /** As the superuser. */
    public Connection connectOurs() throws SQLException {
        return superuser.connect(ports.of(Port.POSTGRES), Databases.OURS);
    }

    public Optional<ProcessHandle> ourServer() {
        return PostgresService.postmaster(home.postgres());
    }

    public Optional<ProcessHandle> targetServer() {
        return PostgresService.postmaster(targetData());
    }

    public Optional<ProcessHandle> broker() {
        return broker.flatMap(JvmService::running);
    }

    public Optional<ProcessHandle> app() {
        return app.flatMap(JvmService::running);
    }

    public boolean brokerAnswers() {
        return Probe.http(URI.create(
                        "http://127.0.0.1:" + ports.of(Port.BROKER_MANAGEMENT) + "/actuator/health/readiness"))
                .answers();
    }

    /** Load generators of this stack, whoever their parent is. */
    public Stream<ProcessHandle> loadGenerators() {
        return ProcessHandle.allProcesses().filter(process -> {
            String line = process.info().commandLine().orElse("");
            return line.contains("dev.perfloop.loadtests.Launcher")
                    && line.contains(home.data().toString());
        });
    }

    private static void await(BooleanSupplier that, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!that.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The app is not ready after " + atMost);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("Not ended in order: " + e);
            }
        }
    }
}
