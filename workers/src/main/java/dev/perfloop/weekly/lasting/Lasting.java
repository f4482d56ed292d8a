package dev.perfloop.weekly.lasting;

import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import dev.perfloop.weekly.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks after kept changes: counts the use of their indexes once in a while, and says what became of them in a time. */
@Service
public class Lasting {
    private static final Logger LOG = LoggerFactory.getLogger(Lasting.class);

    /** A count this near to where a time begins or ends may stand for it. */
    private static final Duration NEAR = Duration.ofHours(12);

    private static final Duration COUNT_EVERY = Duration.ofHours(6);

    private final ProofRepository rows;
    private final IndexScanRepository indexes;
    private final InstantSource clock;

    Lasting(ProofRepository rows, IndexScanRepository indexes, InstantSource clock) {
        this.rows = rows;
        this.indexes = indexes;
        this.clock = clock;
    }

    /** So that later reports know the use of indexes between then and then. */
    public void countWhenDue(Target target) {
        Instant now = clock.instant();
        if (rows.lastCounted(target.name())
                .filter(last -> last.plus(COUNT_EVERY).isAfter(now))
                .isEmpty()) {
            count(target);
        }
    }

    /** Null when the target told it; else why it did not. */
    private @Nullable String count(Target target) {
        Instant now = clock.instant();
        var kept = rows.kept(target.name(), now).stream()
                .filter(proof -> proof.index() != null)
                .toList();
        if (kept.isEmpty()) {
            return null;
        }
        try {
            var scans = indexes.scans(
                    target,
                    kept.stream().map(Proof::index).filter(Objects::nonNull).toList(),
                    now);
            kept.forEach(proof -> {
                if (scans.get(proof.index()) instanceof ProofRepository.Counted counted) {
                    rows.keep(proof.id(), counted);
                }
            });
            return null;
        } catch (TargetUnavailable | TargetRefused | StatementFailed silent) {
            LOG.info("The use of indexes of {} is counted later: {}", target.name(), silent.getMessage());
            return String.valueOf(silent.getMessage());
        }
    }

    /**
     * @param target null when its file is gone or cannot be read
     * @param now    what monitoring knows of routes, given by whether a route is meant
     */
    public List<KeptChange> of(String name, @Nullable Target target, Span span, Function<List<LoadRequest>, Now> now) {
        String silent = target == null ? "its file cannot be read" : count(target);
        return rows.kept(name, span.until()).stream()
                .map(proof -> Judging.of(proof, use(proof, span, silent), now.apply(requests(proof, target))))
                .toList();
    }

    private static List<LoadRequest> requests(Proof proof, @Nullable Target target) {
        return target == null
                ? List.of()
                : target.load().requests().stream()
                        .filter(request -> proof.requests().contains(request.name()))
                        .sorted(Comparator.comparing(LoadRequest::name))
                        .toList();
    }

    private Use use(Proof proof, Span span, @Nullable String silent) {
        if (proof.index() == null) {
            return new Use.None();
        }
        boolean isNew = proof.appliedAt().isAfter(span.since());
        var end = rows.countedFrom(proof.id(), span.until())
                .filter(counted -> counted.at().isBefore(span.until().plus(NEAR)))
                .or(() -> rows.countedBy(proof.id(), span.until()))
                .filter(counted -> counted.at().isAfter(span.since()));
        if (end.isEmpty()) {
            return new Use.Unknown("How often its index was used cannot be told: "
                    + (silent == null
                            ? "nobody counted it in that time."
                            : "the target does not tell (" + silent + ")."));
        }
        Long scans = end.get().scans();
        if (scans == null) {
            return new Use.Missing();
        }
        // It counts from its own creation, unless all counters were set back since.
        var begin = isNew
                ? rows.countedFrom(proof.id(), proof.appliedAt())
                        .map(first -> new ProofRepository.Counted(proof.appliedAt(), 0L, 0L, first.epoch()))
                : rows.countedBy(proof.id(), span.since()).or(() -> rows.countedFrom(proof.id(), span.since()));
        if (begin.isEmpty()
                || !begin.get().at().isBefore(end.get().at())
                || begin.get().scans() == null) {
            return new Use.Unknown(
                    "How often its index was used in that time cannot be told: it was counted for the first time at "
                            + end.get().at() + ", when it had been used " + scans + " times since it was built.");
        }
        if (!begin.get().epoch().equals(end.get().epoch())
                || scans < Objects.requireNonNullElse(begin.get().scans(), 0L)) {
            return new Use.Unknown(
                    "How often its index was used cannot be told: the counters were set back meanwhile.");
        }
        return new Use.Scanned(
                scans - Objects.requireNonNullElse(begin.get().scans(), 0L),
                begin.get().at(),
                end.get().at(),
                Objects.requireNonNullElse(end.get().bytes(), 0L));
    }
}
