package dev.perfloop.local.kills;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.perfloop.local.SplitStack;
import dev.perfloop.local.StackListener;
import dev.perfloop.local.postgres.Databases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/**
 * Monitoring on the real parts while app and broker are killed, most often in the middle of a cycle. The service gets into trouble and out
 * of it again; in the end its own history, the receiver of alerts and our rows say what became of samples, alerts and cycles.
 *
 * <p>Arguments: seconds of each phase, troubles, longest pause after a victim is back in seconds, seed, the service's port (0 for any), and
 * the URL of a Prometheus server that scrapes it as job "m" ("own" for its own history).
 */
public final class MonitoringKills {
    private static final int EVERY = 10;
    private static final int CYCLE = 15;
    private static final int AGAIN = 4;

    private static final List<String> QUICKLY = List.of(
            "-Dcamunda.client.worker.defaults.timeout=PT6S",
            "-Dperfloop.web.resend-every=PT2S",
            "-Dperfloop.alert.look-every=PT1S",
            "-Dperfloop.alert.channels[0].name=hook",
            "-Dperfloop.alert.channels[0].kind=WEBHOOK");

    private final SplitStack stack;
    private final MonitoredService service;
    private final Random random;
    private final long gap;
    private final List<Kill> kills = new ArrayList<>();

    private MonitoringKills(SplitStack stack, MonitoredService service, Random random, long gap) {
        this.stack = stack;
        this.service = service;
        this.random = random;
        this.gap = gap;
    }

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.OFF);
        Duration phase = Duration.ofSeconds(Long.parseLong(args[0]));
        int troubles = Integer.parseInt(args[1]);
        long gap = Math.round(Double.parseDouble(args[2]) * 1000);
        Path dir = Path.of("target/kills").toAbsolutePath();
        KillsBenchmark.startFromNothing(dir);
        boolean good;
        try (var service = new MonitoredService(Integer.parseInt(args[4]))) {
            List<String> options = new ArrayList<>(QUICKLY);
            options.add("-Dperfloop.alert.channels[0].url=" + service.url() + "/hook");
            String history = args[5].equals("own") ? service.url() : args[5];
            try (SplitStack stack = SplitStack.start(
                    Path.of("..").toAbsolutePath().normalize(), dir, options, new StackListener() {})) {
                var kills = new MonitoringKills(stack, service, new Random(Long.parseLong(args[3])), gap);
                kills.monitor(history);
                Instant begun = Instant.now();
                for (int trouble = 0; trouble < troubles; trouble++) {
                    service.wait(3);
                    kills.killFor(phase);
                    service.wait(0);
                    kills.killFor(phase);
                }
                kills.calm();
                good = new MonitoringAccount(stack, service, history, begun, troubles, EVERY, CYCLE).print(kills.kills);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private void monitor(String history) throws Exception {
        stack.api().apply("m", """
                name: m
                baseUrl: %1$s
                load: { requests: [ { name: list, get: /list } ] }
                database: { url: "%2$s", user: %3$s, password: "${file:%4$s}" }
                metrics: { prometheus: "%1$s/metrics", server: { url: "%5$s", selector: 'job="m"' } }
                """.formatted(
                service.url(), stack.targetUrl(Databases.SHOP), Databases.AGENT, stack.agentPassword(), history));
        var wish = HttpRequest.newBuilder(stack.api().base().resolve("/api/targets/m/monitoring"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8)))
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"everySeconds\": %d, \"cycleSeconds\": %d}".formatted(EVERY, CYCLE)))
                .build();
        var answer = HttpClient.newHttpClient().send(wish, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
        assessedAfter(Instant.now());
    }

    private void killFor(Duration phase) {
        long end = System.nanoTime() + phase.toNanos();
        while (true) {
            pause(random.nextLong(gap + 1));
            if (System.nanoTime() > end) {
                return;
            }
            boolean inCycle = random.nextInt(4) > 0;
            if (inCycle) {
                awaitCycle();
                pause(random.nextLong(400));
            }
            kill(random.nextInt(3) == 0 ? Victim.BROKER : Victim.APP, inCycle ? "cycle" : "random");
        }
    }

    private void kill(Victim victim, String aim) {
        var process = victim.process(stack, random);
        if (process.isEmpty()) {
            return;
        }
        Instant at = Instant.now();
        long began = System.nanoTime();
        process.get().destroyForcibly();
        // Now and then again while it starts: only then it is away for long enough to leave a gap.
        for (int more = random.nextInt(3) == 0 ? AGAIN : 0; victim == Victim.APP && more > 0; more--) {
            pause(8000);
            victim.process(stack, random).ifPresent(ProcessHandle::destroyForcibly);
        }
        pause(200);
        while (!victim.answers(stack)) {
            pause(50);
        }
        Duration back = Duration.ofNanos(System.nanoTime() - began);
        kills.add(new Kill(victim, aim, List.of(), at, back));
        System.out.printf("%s %s (%s), back after %d ms%n", at, victim, aim, back.toMillis());
    }

    /** Until the process instance has begun another cycle. */
    private void awaitCycle() {
        String before = ticked();
        long end = System.nanoTime() + Duration.ofSeconds(2L * CYCLE).toNanos();
        while (ticked().equals(before) && System.nanoTime() < end) {
            pause(20);
        }
    }

    private String ticked() {
        return Rows.patiently(stack::connectOurs, "SELECT ticked_at FROM monitoring WHERE target_id = 'm'")
                .toString();
    }

    /** Until cycles have gone on by themselves and what can be filled is filled. */
    private void calm() {
        for (int cycle = 0; cycle < 3; cycle++) {
            assessedAfter(Instant.now());
        }
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < end && !settled()) {
            pause(500);
        }
    }

    private boolean settled() {
        return Rows.patiently(stack::connectOurs, """
                SELECT (SELECT count(*) FROM gap WHERE source = 'PROMETHEUS' AND recovered IS NULL)
                     + (SELECT count(*) FROM alert WHERE state <> 'RESOLVED' AND family = 'POOL')
                     + (SELECT count(*) FROM alert_delivery WHERE status = 'WAITING')""").getFirst().getFirst().equals("0");
    }

    private void assessedAfter(Instant then) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (Rows.patiently(stack::connectOurs, "SELECT 1 FROM assessment WHERE at > '" + then + "' LIMIT 1")
                .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The cycle does not go on");
            }
            pause(200);
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
