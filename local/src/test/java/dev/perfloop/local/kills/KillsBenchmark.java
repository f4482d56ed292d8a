package dev.perfloop.local.kills;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.perfloop.local.SplitStack;
import dev.perfloop.local.StackListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Whole runs on the real parts, while one part after another is killed at random. In the end the target's own catalogue and log are
 * asked what was done to it, and our rows what they say of it.
 *
 * <p>Arguments: how many kills, how many targets at a time, longest pause after a victim is back in seconds, after how many minutes no
 * more is killed, seed.
 */
public final class KillsBenchmark {
    private static final Duration LAST_RUNS = Duration.ofMinutes(8);
    /** What is tried is that runs go on, not how well they measure: short tests and leases, lenient on a busy machine. */
    private static final List<String> QUICKLY = List.of(
            "-Dcamunda.client.worker.defaults.timeout=PT6S",
            "-Dperfloop.load.quick.warmup=1s",
            "-Dperfloop.load.quick.steady=4s",
            "-Dperfloop.load.abort.after=3s",
            "-Dperfloop.load.limits.fewest-seconds=2",
            "-Dperfloop.load.limits.fewest-requests=20",
            "-Dperfloop.load.limits.rate-deviation=0.5",
            "-Dperfloop.load.limits.generator-cpu=1",
            "-Dperfloop.load.limits.stolen-cpu=1",
            "-Dperfloop.load.limits.lateness=5s",
            "-Dperfloop.validation.fewest-seconds=2",
            "-Dperfloop.fingerprint.times=3",
            "-Dperfloop.fingerprint.warm-ups=1",
            "-Dperfloop.fingerprint.quiet-look=300ms",
            "-Dperfloop.profiling.patience=3m",
            "-Dperfloop.change.poll=200ms",
            "-Dperfloop.change.guard.pause=200ms",
            "-Dperfloop.change.guard.backoff=2s",
            "-Dperfloop.change.watch.pause=200ms",
            "-Dperfloop.web.resend-every=PT2S");

    private KillsBenchmark() {}

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari"))
                .setLevel(Level.OFF); // a pool whose server is killed complains
        int count = Integer.parseInt(args[0]);
        int lanes = Integer.parseInt(args[1]);
        Duration gap = Duration.ofMillis((long) (Double.parseDouble(args[2]) * 1000));
        Duration atMost = Duration.ofMinutes(Long.parseLong(args[3]));
        long seed = Long.parseLong(args[4]);
        Path dir = Path.of("target/kills").toAbsolutePath();
        startFromNothing(dir);
        boolean good;
        try (SplitStack stack =
                SplitStack.start(Path.of("..").toAbsolutePath().normalize(), dir, QUICKLY, new StackListener() {})) {
            good = run(stack, lanes, count, gap, atMost, seed);
        }
        System.exit(good ? 0 : 1);
    }

    static void startFromNothing(Path dir) throws IOException {
        Files.createDirectories(dir);
        try (Stream<Path> content = Files.list(dir)) {
            for (Path path : content.filter(path -> !path.endsWith("dist")).toList()) {
                FileSystemUtils.deleteRecursively(path);
            }
        }
    }

    private static boolean run(SplitStack stack, int count, int kills, Duration gap, Duration atMost, long seed)
            throws SQLException, InterruptedException {
        TargetServer targets = new TargetServer(stack);
        AtomicBoolean ending = new AtomicBoolean();
        List<Lane> lanes = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Lane lane = new Lane(number, stack, targets, new Random(seed + number), ending);
            lanes.add(lane);
            threads.add(Thread.ofPlatform().daemon().name("lane-" + number).start(lane));
        }
        Thread.ofPlatform().daemon().start(() -> followLog(targets, ending));
        Killer killer = new Killer(stack, new Random(seed), gap);
        List<Kill> killed = killer.kill(kills, atMost);
        ending.set(true);
        long end = System.nanoTime() + LAST_RUNS.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        new KillsReport(killed).print(Account.movedOn(stack, killed));
        return conclude(stack, lanes, killer);
    }

    private static void followLog(TargetServer targets, AtomicBoolean ending) {
        while (!ending.get()) {
            targets.follow();
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        }
    }

    private static boolean conclude(SplitStack stack, List<Lane> lanes, Killer killer) {
        List<Witnessed> ended =
                lanes.stream().flatMap(lane -> lane.ended().stream()).toList();
        Account account = Account.of(stack);
        long doubles = ended.stream().mapToInt(Witnessed::doubleApplies).sum();
        List<String> differences = ended.stream()
                .flatMap(run -> run.differences().stream().map(what -> run.run() + ": " + what))
                .toList();
        System.out.println("\nruns that ended: " + ended.size() + ", by outcome " + account.outcomes());
        System.out.println("with an incident on the way: "
                + ended.stream()
                        .filter(run -> !run.incident().isEmpty())
                        .map(run -> run.run() + " " + run.incident())
                        .toList());
        System.out.println("lost: " + account.notEnded());
        lanes.forEach(lane -> lane.lost().forEach(System.out::println));
        System.out.println("definitions sent: "
                + ended.stream().mapToInt(run -> run.definitions().size()).sum() + ", cut off: "
                + ended.stream().mapToLong(Witnessed::cutOff).sum());
        System.out.println("double applies: " + doubles);
        System.out.println("target and rows differ: " + differences);
        System.out.println("rows twice or left open: " + account.doubles());
        System.out.println("load generators without their app: " + killer.orphansSeen() + ", left at the end: "
                + stack.loadGenerators().count());
        return doubles == 0 && differences.isEmpty() && account.notEnded().isEmpty();
    }
}
