package dev.perfloop.profiling.server;

import dev.perfloop.profiling.ServerFacts.LockWait;
import dev.perfloop.profiling.ServerFacts.OpenTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up what samples of the sessions show: the same wait or transaction in another sample is one fact. */
final class SeenSessions {
    /** Younger than this, a transaction at work is nothing to mention. */
    private static final double LONG_SECONDS = 5;

    /** Where the server computes no query ids, each constant makes another statement. */
    private static final int MOST = 200;

    private record WaitKey(
            String type,
            @Nullable String relation,
            String mode,
            Text waiting,
            String holder,
            String state,
            Text held) {}

    private record OpenKey(String name, String state, Text last) {}

    /** A statement by its id, or by its text where it has none. */
    private record Text(@Nullable Long id, String query) {
        static Text of(Session session) {
            return session.queryId() == null ? new Text(null, session.query()) : new Text(session.queryId(), "");
        }
    }

    private final Map<WaitKey, LockWait> waits = new LinkedHashMap<>();
    private final Map<OpenKey, OpenTransaction> open = new LinkedHashMap<>();

    void add(List<Session> sessions, List<WaitedLock> locks) {
        Map<Integer, Session> byPid = sessions.stream()
                .filter(session -> session.pid() != 0)
                .collect(Collectors.toMap(Session::pid, Function.identity(), (one, other) -> one));
        for (var lock : locks) {
            var waiting = byPid.get(lock.pid());
            if (waiting != null && waiting.isWaiting()) {
                addWait(lock, waiting, holder(waiting, byPid));
            }
        }
        Set<OpenKey> inThisSample = new HashSet<>();
        sessions.stream().filter(SeenSessions::isLong).forEach(session -> addOpen(session, inThisSample));
    }

    /** @param texts normalised statements by query id */
    List<LockWait> waits(Map<Long, String> texts) {
        return waits.values().stream()
                .sorted(Comparator.comparingLong(LockWait::waits).reversed())
                .limit(MOST)
                .map(wait -> new LockWait(
                        wait.lockType(),
                        wait.relation(),
                        wait.mode(),
                        wait.waitingQueryId(),
                        text(texts, wait.waitingQueryId(), wait.waitingQuery()),
                        wait.holder(),
                        wait.holderState(),
                        wait.holderQueryId(),
                        text(texts, wait.holderQueryId(), wait.holderQuery()),
                        wait.holderSeconds(),
                        wait.waits()))
                .toList();
    }

    List<OpenTransaction> open(Map<Long, String> texts) {
        List<OpenTransaction> all = new ArrayList<>();
        open.forEach((key, it) -> all.add(new OpenTransaction(
                it.application(),
                it.state(),
                text(texts, key.last().id(), it.lastQuery()),
                it.longestSeconds(),
                it.samples(),
                it.heldBack())));
        return all.stream()
                .sorted(Comparator.comparingDouble(OpenTransaction::longestSeconds)
                        .reversed())
                .limit(MOST)
                .toList();
    }

    Set<Long> queryIds() {
        Set<Long> ids = new HashSet<>();
        waits.keySet().forEach(key -> {
            add(ids, key.waiting());
            add(ids, key.held());
        });
        open.keySet().forEach(key -> add(ids, key.last()));
        return ids;
    }

    private static void add(Set<Long> ids, Text text) {
        if (text.id() instanceof Long id) {
            ids.add(id);
        }
    }

    /** Who waits behind others that wait is held up by the first who does not wait. */
    private static @Nullable Session holder(Session waiting, Map<Integer, Session> byPid) {
        Set<Integer> seen = new HashSet<>(Set.of(waiting.pid()));
        List<Integer> next = waiting.blockers();
        Session nearest = null;
        while (!next.isEmpty()) {
            List<Integer> further = new ArrayList<>();
            for (int pid : next) {
                var blocker = byPid.get(pid);
                if (!seen.add(pid) || blocker == null) {
                    continue;
                }
                if (!blocker.isWaiting()) {
                    return blocker;
                }
                nearest = nearest == null ? blocker : nearest;
                further.addAll(blocker.blockers());
            }
            next = further;
        }
        return nearest;
    }

    private void addWait(WaitedLock lock, Session waiting, @Nullable Session holder) {
        var by = holder != null ? holder : unseen(waiting);
        var key = new WaitKey(
                lock.lockType(), lock.relation(), lock.mode(), Text.of(waiting), by.name(), by.state(), Text.of(by));
        var was = waits.get(key);
        waits.put(
                key,
                new LockWait(
                        lock.lockType(),
                        lock.relation(),
                        lock.mode(),
                        waiting.queryId(),
                        waiting.query(),
                        by.name(),
                        by.state(),
                        by.queryId(),
                        by.query(),
                        Math.max(was == null ? 0 : was.holderSeconds(), by.seconds()),
                        was == null ? 1 : was.waits() + 1));
    }

    private static Session unseen(Session waiting) {
        boolean prepared = waiting.blockers().contains(0);
        return new Session(
                0,
                prepared ? "a prepared transaction" : "a session that ended meanwhile",
                prepared ? "prepared" : "",
                null,
                "",
                0,
                null,
                List.of());
    }

    private static boolean isLong(Session session) {
        return session.isIdleInTransaction() || session.seconds() >= LONG_SECONDS || session.pid() == 0;
    }

    private void addOpen(Session session, Set<OpenKey> inThisSample) {
        var key = new OpenKey(session.name(), session.state(), Text.of(session));
        boolean another = inThisSample.add(key);
        var was = open.get(key);
        open.put(
                key,
                was == null
                        ? new OpenTransaction(
                                session.name(),
                                session.state(),
                                session.query(),
                                session.seconds(),
                                1,
                                session.heldBack())
                        : new OpenTransaction(
                                was.application(),
                                was.state(),
                                was.lastQuery(),
                                Math.max(was.longestSeconds(), session.seconds()),
                                was.samples() + (another ? 1 : 0),
                                larger(was.heldBack(), session.heldBack())));
    }

    private static @Nullable Long larger(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private static String text(Map<Long, String> texts, @Nullable Long id, String asSent) {
        return id == null ? asSent : new HashMap<>(texts).getOrDefault(id, asSent);
    }
}
