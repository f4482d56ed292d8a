package dev.perfloop.local;

import dev.perfloop.camunda.ModelDeployment;
import dev.perfloop.local.child.Service;
import dev.perfloop.local.child.Supervised;
import dev.perfloop.local.dist.Distribution;
import dev.perfloop.local.postgres.Databases;
import dev.perfloop.local.postgres.PostgresService;
import dev.perfloop.local.postgres.Superuser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The order of a start: what takes long begins first, what is needed last waits. */
final class StackStart {
    private static final Duration BROKER_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    /** Within this time the ports of a killed stack come free. */
    private static final Duration LEAVING = Duration.ofSeconds(3);

    private final StackOptions options;
    private final StackListener listener;
    private final DataLock lock;
    private final StackParts parts;
    private final Distribution dist;
    private final Ports ports;
    private final Secrets secrets;
    private final StackUrls urls;
    private final CompletableFuture<Duration> operateReady = new CompletableFuture<>();

    private StackStart(
            StackOptions options,
            StackListener listener,
            DataLock lock,
            StackParts parts,
            Distribution dist,
            Ports ports,
            Secrets secrets) {
        this.options = options;
        this.listener = listener;
        this.lock = lock;
        this.parts = parts;
        this.dist = dist;
        this.ports = ports;
        this.secrets = secrets;
        this.urls = StackUrls.of(ports, options.operate());
    }

    static StackStart prepare(StackOptions options, StackListener listener, DataLock lock, StackParts parts)
            throws IOException {
        Home home = options.home();
        Distribution dist = Distribution.ensure(home.dist(), options.operate(), listener);
        Duration leaving = lock.isAfterKill() ? LEAVING : Duration.ZERO;
        Ports ports = parts.add(Ports.choose(home.ports(), leaving, listener), StackParts.Turn.LOCK);
        // Nobody of ours may come for these.
        ports.release(Port.SHOP, Port.SHOP_JMX);
        return new StackStart(options, listener, lock, parts, dist, ports, new Secrets(home.secrets()));
    }

    StackUrls urls() {
        return urls;
    }

    CompletableFuture<Duration> operateReady() {
        return operateReady;
    }

    void run() throws IOException, InterruptedException {
        lock.say(running(false));
        Progression progression = new Progression(listener);
        CamundaServices camunda = new CamundaServices(options.home(), dist, ports);
        Superuser superuser = new Superuser("postgres", secrets.get("postgres"));
        Supervised postgres = supervise(postgres(superuser), StackParts.Turn.DATABASE);
        Supervised broker = supervise(camunda.broker(options.operate()), StackParts.Turn.CHILD);
        progression.step("PostgreSQL", () -> await(postgres));
        progression.step("Databases", () -> prepareDatabases(superuser));
        AppSettings settings = new AppSettings(options.home(), ports, urls, secrets);
        ConfigurableApplicationContext context =
                parts.add(progression.step("Perfloop", () -> application(settings)), StackParts.Turn.APPLICATION);
        progression.step("Camunda broker", () -> await(broker));
        progression.step(
                "Processes", () -> context.getBean(ModelDeployment.class).deploy(BROKER_PATIENCE));
        lock.say(running(true));
        startOperate(camunda);
    }

    private ConfigurableApplicationContext application(AppSettings settings) throws IOException {
        ports.release(Port.UI);
        try {
            return LocalApplication.start(settings.early(), settings.settings());
        } catch (RuntimeException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            if (cause instanceof BindException) {
                throw new StackTrouble(
                        "Another program took port " + ports.of(Port.UI) + " while Perfloop started",
                        "Start again: it chooses another one",
                        e);
            }
            throw new StackTrouble(
                    "Perfloop did not start: " + cause.getMessage(),
                    "The log says more: .perfloop/logs/perfloop.log",
                    e);
        }
    }

    Supervised startShop() throws IOException {
        return supervise(new DemoShop(options.home(), dist, ports, urls, secrets).service(), StackParts.Turn.CHILD);
    }

    private Supervised supervise(Service service, StackParts.Turn turn) {
        return parts.add(new Supervised(service, listener, STOP_WITHIN), turn);
    }

    private PostgresService postgres(Superuser superuser) throws IOException {
        ports.release(Port.POSTGRES);
        Home home = options.home();
        return new PostgresService(
                dist.postgres(),
                home.postgres(),
                ports.of(Port.POSTGRES),
                home.logs().resolve("postgres.log"),
                superuser);
    }

    private Duration prepareDatabases(Superuser superuser) throws IOException {
        long start = System.nanoTime();
        Databases databases = new Databases(superuser, ports.of(Port.POSTGRES));
        try {
            databases.ensureOwned(Databases.OURS, secrets.get(Databases.OURS));
            databases.ensureOwned(Databases.SHOP, secrets.get(Databases.SHOP));
            databases.ensureAgent(
                    secrets.get(Databases.AGENT), options.home().checkout().resolve("demo-shop/perfloop-agent.sql"));
        } catch (SQLException e) {
            throw new StackTrouble(
                    "The databases could not be prepared: " + e.getMessage(), "See .perfloop/logs/postgres.log", e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Behind everything else: two cores are better spent on what the user waits for. */
    private void startOperate(CamundaServices camunda) throws IOException {
        if (!options.operate()) {
            operateReady.completeExceptionally(new StackTrouble("Operate is switched off", "Leave out --no-operate"));
            return;
        }
        supervise(camunda.search(), StackParts.Turn.CHILD)
                .firstReady()
                .thenCompose(took -> operate(camunda).firstReady())
                .whenComplete((took, failure) -> {
                    if (failure == null) {
                        operateReady.complete(took);
                    } else {
                        operateReady.completeExceptionally(failure);
                    }
                });
    }

    private Supervised operate(CamundaServices camunda) {
        try {
            return supervise(camunda.operate(), StackParts.Turn.CHILD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration await(Supervised service) {
        try {
            return service.firstReady().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackTrouble trouble ? trouble : e;
        }
    }

    private DataLock.Running running(boolean ready) {
        String operate = urls.operate().map(Object::toString).orElse(null);
        return new DataLock.Running(ProcessHandle.current().pid(), urls.ui().toString(), operate, ready);
    }
}
