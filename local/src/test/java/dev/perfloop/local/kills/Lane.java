package dev.perfloop.local.kills;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.local.SplitStack;
import dev.perfloop.local.TicketService;
import dev.perfloop.local.postgres.Databases;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A person with one service after another: asks for a run, says yes to all, and now and then has enough and cancels. */
final class Lane implements Runnable {
    private static final Duration STUCK = Duration.ofMinutes(6);
    /** One run of so many is cancelled, somewhere. */
    private static final int CANCELLED = 6;

    private final int number;
    private final SplitStack stack;
    private final TargetServer targets;
    private final RandomGenerator random;
    private final AtomicBoolean ending;
    private final List<Witnessed> ended = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    Lane(int number, SplitStack stack, TargetServer targets, RandomGenerator random, AtomicBoolean ending) {
        this.number = number;
        this.stack = stack;
        this.targets = targets;
        this.random = random;
        this.ending = ending;
    }

    List<Witnessed> ended() {
        return ended;
    }

    List<String> lost() {
        return lost;
    }

    @Override
    public void run() {
        for (int turn = 1; !ending.get(); turn++) {
            String name = "t" + number + "x" + turn;
            targets.create(name);
            try (TicketService service = TicketService.start(0, targets.url(name), stack.secret(Databases.SHOP))) {
                one(name, service.port());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void one(String name, int port) {
        String description = TicketService.describe(name, port, targets.url(name), stack.agentPassword())
                .replace("p95: 12ms", "p95: 5ms");
        patiently(() -> {
            stack.api().apply(name, description);
            return true;
        });
        String run = patiently(() -> {
                    var answer = stack.api().start(name);
                    if (answer.status() >= 300) {
                        throw new AssertionError(answer);
                    }
                    return answer.body();
                })
                .at("/run/id")
                .asText();
        Duration enough =
                random.nextInt(CANCELLED) == 0 ? Duration.ofSeconds(random.nextInt(20, 180)) : Duration.ofDays(1);
        if (accompany(run, enough)) {
            witness(name, run);
        }
    }

    /** False when it does not come to its end. */
    private boolean accompany(String run, Duration enough) {
        long began = System.nanoTime();
        long moved = began;
        String seen = "";
        boolean cancelled = false;
        while (true) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            try {
                JsonNode now = stack.api().run(run);
                if (now.hasNonNull("outcome")) {
                    return true;
                }
                if (now.hasNonNull("waitingFor")) {
                    stack.api().approve(now.path("waitingFor").asText());
                }
                boolean hadEnough = System.nanoTime() - began > enough.toNanos();
                if (!cancelled && (hadEnough || now.hasNonNull("incident"))) {
                    cancelled = stack.api().cancel(run).status() == 202;
                }
                String place = now + " " + stack.api().ofRun(run, "steps");
                if (!place.equals(seen)) {
                    seen = place;
                    moved = System.nanoTime();
                }
            } catch (AssertionError away) {
                continue;
            }
            if (System.nanoTime() - moved > STUCK.toNanos()) {
                lost.add(run + ": " + seen);
                return false;
            }
        }
    }

    private void witness(String name, String run) {
        List<List<String>> row = Rows.patiently(stack::connectOurs, """
                SELECT outcome, (
                    SELECT string_agg(concat(e.payload ->> 'elementId', ': ', e.payload ->> 'message'), '; ' ORDER BY e.at)
                    FROM run_event e WHERE e.run_id = r.id AND e.payload ->> 'status' = 'INCIDENT')
                FROM run r WHERE id = '%s'""".formatted(run));
        List<List<String>> changes = Rows.patiently(
                stack::connectOurs,
                "SELECT status, statement FROM change WHERE run_id = '%s' AND purpose = 'PLAN'".formatted(run));
        Witnessed witnessed = new Witnessed(
                run,
                row.getFirst().get(0),
                row.getFirst().get(1),
                targets.objects(name),
                targets.definitions(name),
                changes);
        ended.add(witnessed);
        boolean clean =
                witnessed.doubleApplies() == 0 && witnessed.differences().isEmpty();
        System.out.println("ended " + witnessed);
        if (clean) {
            targets.drop(name);
        }
    }

    private static <T> T patiently(Supplier<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (AssertionError away) {
                if (attempt == 600) {
                    throw away;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            }
        }
    }
}
