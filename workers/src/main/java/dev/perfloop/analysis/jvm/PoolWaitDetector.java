package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detection.Unseen;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.Link;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Missed;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says when requests wait for a connection of the pool, and what the connections are held for: that is the cause, the wait its
 * symptom.
 */
@Component
final class PoolWaitDetector implements Detector {
    static final String POOL_WAIT = "POOL_WAIT";
    /** No symptom of slow statements: a cause beside them. */
    static final String POOL_TOO_SMALL = "POOL_TOO_SMALL";

    static final String CONNECTION_HELD = "CONNECTION_HELD";
    private static final int MOST_STATEMENTS = 3;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        List<Unseen> unseen =
                Recorded.missing(workload) ? Recorded.unseen(workload).unseen() : List.of();
        var recorded = new Recorded(workload);
        var held = HeldConnections.of(recorded, workload);
        if (!held.exhausted()) {
            return new Detection(List.of(), List.of(), unseen);
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(shortage(workload, held));
        if (held.matters()) {
            findings.add(cause(workload, recorded, held));
        }
        return new Detection(findings, List.of(), unseen);
    }

    private static Finding shortage(Workload workload, HeldConnections held) {
        String figures = String.format(
                Locale.ROOT,
                "%.1f threads wait for one of %s connections in the mean",
                held.waiting(),
                workload.series().mean(Metrics.POOL_MAX_CONNECTIONS).stream()
                        .mapToObj("%.0f"::formatted)
                        .findFirst()
                        .orElse("the pool's"));
        String statements = workload.profile().statements().stream()
                .limit(MOST_STATEMENTS)
                .map(PoolWaitDetector::said)
                .collect(Collectors.joining("; "));
        String holders = held.matters()
                ? String.format(
                        Locale.ROOT,
                        " For %.0f %% of the time they were held, the database had nothing to do for them.",
                        100 * held.ofHeld())
                : statements.isEmpty() ? "" : " They are held mostly for: " + statements + ".";
        boolean tooSmall = !held.matters() && PoolSize.tooSmall(workload);
        String cause = tooSmall
                ? " Fewer than two connections a CPU leave CPUs idle, however fast the statements are (HikariCP, About Pool Sizing)."
                : " What they are held for comes first; a larger pool only moves the queue into the database.";
        return Finding.observed(
                        "pool-wait",
                        tooSmall ? POOL_TOO_SMALL : POOL_WAIT,
                        Layer.APPLICATION,
                        impact(workload, held),
                        Confidence.MEDIUM,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "Requests wait for a database connection in %.0f %% of their time",
                                100 * held.share()),
                        Evidence.of(figures + "." + holders + cause)
                                .along(Chain.of(workload)
                                        .add(LinkKind.METRIC, "connection pool", figures)
                                        .links())
                                .about(List.of("pool")))
                .proposing(advice(held.matters() ? Optional.empty() : PoolSize.of(workload, held)));
    }

    private static Proposal.CodeAdvice advice(Optional<Proposal.Tuning> larger) {
        String title =
                larger.map(it -> "Enlarge the connection pool to " + it.value()).orElse("Hold connections for less");
        return new Proposal.CodeAdvice(
                        title,
                        "Make the statements that hold them faster, and keep everything else out of transactions. Enlarge the pool "
                                + "only when the database has CPUs to spare (about twice its cores in all).")
                .or(larger.orElse(null));
    }

    private static Finding cause(Workload workload, Recorded recorded, HeldConnections held) {
        List<Wait> longest = held.held().getFirst();
        var first = longest.getFirst();
        var entry = Entry.of(workload, longest, Wait::entry, Wait::ms);
        String deed = deed(first);
        String shows = String.format(
                Locale.ROOT,
                "a connection is held in a transaction during %d waits of %.0f ms in the mean (%s)",
                longest.stream().mapToLong(Wait::times).sum(),
                HeldConnections.ms(longest)
                        / Math.max(1, longest.stream().mapToLong(Wait::times).sum()),
                deed);
        var evidence = recorded.evidence(
                entry,
                first.frame(),
                shows,
                String.format(
                        Locale.ROOT,
                        "%s. For %.0f %% of the time connections were held, the database had nothing to do for them; requests "
                                + "waited for one in %.0f %% of their time.",
                        shows,
                        100 * held.ofHeld(),
                        100 * held.share()));
        List<Link> chain = new ArrayList<>(evidence.chain());
        chain.add(new Link(
                LinkKind.METRIC,
                "connection pool",
                String.format(Locale.ROOT, "%.0f %% of the requests' time is waiting for it", 100 * held.share()),
                null));
        double share = 100 * held.share() * held.ofHeld();
        return Finding.observed(
                        "connection-held-" + Integer.toHexString(first.frame().hashCode()),
                        CONNECTION_HELD,
                        Layer.APPLICATION,
                        Math.min(100, impact(workload, held) * Math.min(1, held.ofHeld() * 1.2)),
                        Confidence.HIGH,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "%s holds a database connection during %s, and the others wait for one",
                                Recorded.brief(first.frame()),
                                deed),
                        evidence.along(List.copyOf(chain)).about(List.of("frame:" + first.frame(), "pool")))
                .gaining(0.5 * share, share)
                .proposing(new Proposal.CodeAdvice(
                        "Move the waiting out of the transaction in " + Recorded.brief(first.frame()),
                        "`" + first.frame() + "` spends its time in " + deed
                                + " while a transaction keeps a connection of the pool. "
                                + "Do that before the transaction begins or after it has ended, so that the connection is held for "
                                + "the statements alone. A larger pool would hide it until the load grows."));
    }

    private static String deed(Wait wait) {
        return switch (wait.kind()) {
            case DOWNSTREAM -> "a downstream call (" + wait.on() + ")";
            case MONITOR, LOCK -> "a wait for the lock " + Recorded.brief(wait.on());
            case TASK -> "a wait for another thread";
            case PAUSE -> "a pause";
            case FILE -> "file access";
            case CONNECTION, DATABASE -> "a wait for the database";
        };
    }

    private static String said(StatementFacts statement) {
        String line = statement.query() == null ? "" : statement.query().strip().replaceAll("\\s+", " ");
        return String.format(
                Locale.ROOT,
                "%.0f %% %s",
                100 * statement.dbTimeShare(),
                line.length() > 80 ? line.substring(0, 79) + "…" : line);
    }

    /** Waiting for the pool is no part of what impacts are otherwise shares of. */
    private static double impact(Workload workload, HeldConnections held) {
        double gap =
                workload.missed().stream().mapToDouble(Missed::gapShare).max().orElse(0);
        return gap <= 0 ? 0 : Math.min(100, 100 * held.share() / gap);
    }
}
