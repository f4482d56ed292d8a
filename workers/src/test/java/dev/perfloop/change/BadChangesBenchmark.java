package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bad changes, injected one after another under writers that never rest, as the workers apply and take them back, with the defaults
 * of production. Each must be gone in the end: the state of the server as before, no INVALID index. Time is from the moment it is
 * found out to the proof that it is gone.
 *
 * <p>Argument: how many (default 200).
 */
public final class BadChangesBenchmark {
    private static final int MOST_DELIVERIES = 100;

    private final BusyShop shop;
    private final JdbcClient ours;
    private final ApplicationContext rooms;
    private final ApplyChange apply;
    private final UndoChanges undo;
    private final Map<BadChange, Integer> seen = new EnumMap<>(BadChange.class);

    private BadChangesBenchmark(BusyShop shop, JdbcClient ours, ApplicationContext rooms) {
        this.shop = shop;
        this.ours = ours;
        this.rooms = rooms;
        apply = rooms.getBean(ApplyChange.class);
        undo = rooms.getBean(UndoChanges.class);
    }

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        var database = Database.migrated();
        boolean good;
        try (var shop = new BusyShop();
                var rooms = Rooms.open(database, List.of(), "run", "target", "load", "change")) {
            good = new BadChangesBenchmark(shop, JdbcClient.create(database), rooms).run(count);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(int count) throws InterruptedException {
        Map<BadChange, List<Double>> seconds = new EnumMap<>(BadChange.class);
        List<String> left = new ArrayList<>();
        String before = shop.state();
        long began = System.nanoTime();
        for (int number = 0; number < count; number++) {
            var kind = BadChange.values()[number % BadChange.values().length];
            var run = new RunId("bad-" + number);
            shop.register(ours, run);
            String id = rooms.getBean(Changes.class)
                    .propose(run, null, kind.change(number, run, rooms.getBean(ServiceSettings.class)));
            seconds.computeIfAbsent(kind, none -> new ArrayList<>()).add(injected(kind, run, id));
            if (!shop.state().equals(before) || shop.invalidIndexes() > 0) {
                left.add(kind + " " + id);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d %s %.2f s%n",
                    number + 1,
                    kind,
                    seconds.get(kind).getLast());
        }
        print(seconds, left, count, (System.nanoTime() - began) / 1e9);
        return left.isEmpty();
    }

    /** Gives the seconds from finding out to the proof. */
    private double injected(BadChange kind, RunId run, String id) throws InterruptedException {
        var found = new AtomicLong();
        var watcher = Thread.ofVirtual().start(() -> awaitUndoing(id, found));
        switch (kind) {
            case HARMFUL_INDEX -> {
                applied(id);
                rooms.getBean(Changes.class).reject(id, "writes are slower and nothing reads it");
            }
            case PLAN_BREAKING_SETTING, TOO_SMALL_POOL -> {
                applied(id);
                if (rooms.getBean(Changes.class).get(id).stopped()) {
                    seen.merge(kind, 1, Integer::sum);
                } else {
                    System.out.printf(
                            Locale.ROOT, "Not seen: the slowest answer before took %.0f ms%n", slowestBefore(id));
                }
            }
            case FAILING_DDL -> applied(id);
            case LOCKED_TABLE -> lockedOut(id);
            case CANCELLED_MIDWAY -> {
                var build = CompletableFuture.runAsync(() -> quietly(id));
                awaitBuild();
                takenBack(run);
                build.join();
            }
        }
        takenBack(run);
        rooms.getBean(VerifyRollback.class).verify(run);
        long proved = System.nanoTime();
        var status = rooms.getBean(Changes.class).get(id).status();
        require(status == ChangeStatus.REVERTED, kind + " ended as " + status);
        watcher.join();
        return (proved - found.get()) / 1e9;
    }

    private double slowestBefore(String id) {
        return ours.sql("SELECT COALESCE(max(slowest_ms), 0) FROM change_calm WHERE change_id = :change")
                .param("change", id)
                .query(Double.class)
                .single();
    }

    private static void require(boolean that, String otherwise) {
        if (!that) {
            throw new IllegalStateException(otherwise);
        }
    }

    private void awaitUndoing(String id, AtomicLong found) {
        while (found.get() == 0) {
            var status = rooms.getBean(Changes.class).get(id).status();
            if (status == ChangeStatus.UNDOING || status == ChangeStatus.REVERTED) {
                found.set(System.nanoTime());
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private void applied(String id) throws InterruptedException {
        Applied outcome = apply.apply(id, new Attentive());
        for (int delivery = 0; delivery < MOST_DELIVERIES && outcome instanceof Applied.Later; delivery++) {
            outcome = apply.apply(id, new Attentive());
        }
    }

    private void quietly(String id) {
        try {
            applied(id);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** The lock goes with the last attempt, as it would have to for anything to be cleared away. */
    private void lockedOut(String id) throws InterruptedException {
        try (var other = shop.source.getConnection();
                var session = other.createStatement()) {
            other.setAutoCommit(false);
            session.execute("LOCK TABLE event IN SHARE UPDATE EXCLUSIVE MODE");
            applied(id);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void takenBack(RunId run) throws InterruptedException {
        boolean back = false;
        for (int delivery = 0; delivery < MOST_DELIVERIES && !back; delivery++) {
            back = undo.undo(run, new Attentive());
        }
    }

    private void awaitBuild() {
        while (shop.jdbc
                        .sql("SELECT count(*) FROM pg_stat_progress_create_index")
                        .query(Long.class)
                        .single()
                == 0) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void print(Map<BadChange, List<Double>> seconds, List<String> left, int count, double took) {
        System.out.printf(
                Locale.ROOT,
                "%d bad changes in %.0f s on %d CPUs, %.0f writes/s meanwhile; %d rolled back, left behind: %s%n",
                count,
                took,
                Runtime.getRuntime().availableProcessors(),
                shop.written() / took,
                count - left.size(),
                left);
        System.out.printf("The watch on the service saw %s, the validation would have to see the others%n", seen);
        seconds.forEach((kind, times) -> print(kind.name(), times));
        print("all", seconds.values().stream().flatMap(List::stream).toList());
    }

    private static void print(String name, List<Double> times) {
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-22s %3d  median %.2f s  p95 %.2f s  max %.2f s%n",
                name,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.95)),
                sorted.getLast());
    }
}
