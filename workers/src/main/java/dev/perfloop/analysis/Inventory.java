package dev.perfloop.analysis;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.ServerFacts.LockWait;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists the bottlenecks of a workload, the one that explains most first. Empty when the objectives are met. */
final class Inventory {
    private static final double SATURATED_CPU = 0.85;
    private static final int MOST_STATEMENTS = 10;
    private static final int TARGETS = 3;
    private static final int SHOWN_TEXT = 160;

    private final Workload workload;

    Inventory(Workload workload) {
        this.workload = workload;
    }

    List<Bottleneck> bottlenecks() {
        if (workload.objectivesMet()) {
            return List.of();
        }
        List<Bottleneck> found = new ArrayList<>(statements());
        double top = found.stream().mapToDouble(Bottleneck::impact).max().orElse(0);
        pool(top, found);
        locks(top, found);
        cpu(found);
        outsideDatabase(found);
        if (found.stream().noneMatch(Bottleneck::matters)) {
            found.add(new Bottleneck(
                    Layer.APPLICATION,
                    100,
                    "Nothing that was looked at explains the gap",
                    Bottleneck.Subject.of("UNEXPLAINED")));
        }
        return targeted(found.stream()
                .sorted(Comparator.comparingDouble(Bottleneck::impact).reversed())
                .toList());
    }

    private static List<Bottleneck> targeted(List<Bottleneck> ordered) {
        List<Bottleneck> targeted = new ArrayList<>();
        for (var bottleneck : ordered) {
            int place = targeted.size() + 1;
            targeted.add(place <= TARGETS && bottleneck.matters() ? bottleneck.asTarget(place) : bottleneck);
        }
        return targeted;
    }

    /** The layers worth a closer look, the one that explains most first. */
    List<Layer> layers() {
        return new Layers(workload, bottlenecks()).worthALook();
    }

    private List<Bottleneck> statements() {
        return workload.profile().statements().stream()
                .filter(workload::mayMatter)
                .map(this::statement)
                .sorted(Comparator.comparingDouble(Bottleneck::impact).reversed())
                .limit(MOST_STATEMENTS)
                .filter(bottleneck -> bottleneck.impact() >= 1)
                .toList();
    }

    private Bottleneck statement(StatementFacts statement) {
        double share = statement.dbTimeShare() * 100;
        return new Bottleneck(
                Layer.DATABASE,
                workload.impactOf(statement, 1),
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the database's time, %.1f ms a call, %d calls%s: %s",
                        share,
                        statement.meanMs(),
                        statement.calls(),
                        perRequest(statement),
                        shortened(statement.query())),
                new Bottleneck.Subject("STATEMENT", statement.queryId(), statement.query(), share, null));
    }

    private String perRequest(StatementFacts statement) {
        var use = workload.useOf(statement);
        return use.requests().stream()
                .findFirst()
                .map(request -> ", " + (use.how() == StatementUse.How.GUESSED ? "about " : "")
                        + Amount.of(use.callsIn(request)) + " in each \"" + request + "\"")
                .orElse("");
    }

    /** A pool runs dry because of what its connections are held for: it does not outrank that. */
    private void pool(double statementsTop, List<Bottleneck> found) {
        double wait = workload.poolWaitMs() / Math.max(1, workload.serviceMs() + workload.poolWaitMs());
        double pending = workload.series().mean(Metrics.POOL_PENDING_THREADS).orElse(0);
        if (wait >= 0.1 || pending >= 1) {
            double impact = Math.min(100, 100 * wait / gap());
            found.add(new Bottleneck(
                    Layer.APPLICATION,
                    Math.min(impact, Math.max(0, statementsTop - 1)),
                    String.format(
                            Locale.ROOT,
                            "Requests wait for a connection of the pool in %.0f %% of their time, %.1f threads in the mean",
                            100 * wait,
                            pending),
                    Bottleneck.Subject.of("POOL_WAIT")));
        }
    }

    /** The time is also that of the statements that wait; which of them, and for whom, is for the analysis to say. */
    private void locks(double statementsTop, List<Bottleneck> found) {
        long waits = workload.captured().server().lockWaits().stream()
                .mapToLong(LockWait::waits)
                .sum();
        double waiting = workload.series().mean(Metrics.LOCK_WAITING_SESSIONS).orElse(0);
        double impact = workload.impactOf(waiting * workload.seconds() * 1000, List.of());
        if (waits > 0 && impact >= 1) {
            found.add(new Bottleneck(
                    Layer.DATABASE,
                    Math.min(impact, Math.max(0, statementsTop - 1)),
                    String.format(
                            Locale.ROOT,
                            "Sessions wait for locks that others hold: %.1f in the mean, seen %d times",
                            waiting,
                            waits),
                    Bottleneck.Subject.of("LOCK_WAIT")));
        }
    }

    private void cpu(List<Bottleneck> found) {
        double host = workload.series().machineCpuShare().orElse(0);
        if (host >= SATURATED_CPU) {
            found.add(new Bottleneck(
                    Layer.INFRASTRUCTURE,
                    Math.min(50, 100 * (host - SATURATED_CPU) / (1 - SATURATED_CPU) * 0.5),
                    String.format(Locale.ROOT, "The host's CPU is at %.0f %% in the mean", 100 * host),
                    Bottleneck.Subject.of("HOST_CPU")));
        }
    }

    private void outsideDatabase(List<Bottleneck> found) {
        double impact = 100 * workload.impactOutsideDatabase();
        double share = 100 * (1 - workload.databaseShare());
        if (share >= 30 && impact >= 1) {
            // Time that no statement took is not thereby explained; it ranks by its bare share.
            found.add(new Bottleneck(
                    Layer.APPLICATION,
                    Math.min(impact, share),
                    String.format(Locale.ROOT, "%.0f %% of the requests' time is spent outside the database", share),
                    Bottleneck.Subject.of("OUTSIDE_DATABASE")));
        }
    }

    private double gap() {
        return workload.missed().stream().mapToDouble(Missed::gapShare).max().orElse(1);
    }

    static String shortened(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return "(its text is not known)";
        }
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_TEXT ? line : line.substring(0, SHOWN_TEXT - 1) + "…";
    }
}
