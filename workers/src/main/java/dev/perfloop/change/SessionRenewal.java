package dev.perfloop.change;

import dev.perfloop.change.ParameterRepository.Sessions;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Waits until the sessions have gone that run with another value than the one set for the database, as a load test would otherwise
 * judge that. Nobody's session is ended.
 */
@Component
class SessionRenewal {
    private static final Duration EVER = Duration.ofDays(10_000);
    private static final String MEND =
            "Restart the service, or let its pool renew connections sooner (HikariCP: maxLifetime).";

    private final ParameterRepository parameters;
    private final ChangeStatementRepository journal;
    private final StatementSender sender;
    private final BlindSpots blindSpots;
    private final ChangeProperties properties;
    private final InstantSource clock;

    SessionRenewal(
            ParameterRepository parameters,
            ChangeStatementRepository journal,
            StatementSender sender,
            BlindSpots blindSpots,
            ChangeProperties properties,
            InstantSource clock) {
        this.parameters = parameters;
        this.journal = journal;
        this.sender = sender;
        this.blindSpots = blindSpots;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Of those that began before it was set. False when it was called off.
     *
     * @throws WithoutEffect when they stay
     */
    boolean afterSetting(SetParameter set, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        return await(
                new Begun(null, answered(change, set.statements().getFirst())), set, change, target, progress, left -> {
                    throw new WithoutEffect(
                            "%s have not been renewed in %d min and still run with the former %s."
                                    .formatted(
                                            left.said(),
                                            properties.sessionRenewal().toMinutes(),
                                            set.name()),
                            MEND);
                });
    }

    /** Of those that began while it was set; that some stay is noted, as the setting itself is gone. False when it was called off. */
    boolean afterTakingBack(SetParameter set, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        var begun = new Begun(
                journal.answeredAt(change.id(), set.statements().getFirst()).orElse(null),
                answered(change, set.undoStatements().getFirst()));
        return await(
                begun,
                set,
                change,
                target,
                progress,
                left -> blindSpots.add(
                        change.runId(),
                        "the service without " + set.name() + " = " + set.value(),
                        left.said() + " that began while it was set still run with it",
                        MEND));
    }

    /** @param from null for ever */
    private record Begun(@Nullable Instant from, Instant until) {}

    private boolean await(
            Begun begun,
            SetParameter set,
            RunChange change,
            TargetDatabase target,
            Progress progress,
            Consumer<Sessions> late)
            throws InterruptedException {
        while (!progress.calledOff() && sender.isStill(change)) {
            Instant now = clock.instant();
            var age = Duration.between(begun.until(), now);
            var left =
                    parameters.sessions(target, age, begun.from() == null ? EVER : Duration.between(begun.from(), now));
            if (left.old() == 0) {
                return true;
            }
            if (age.compareTo(properties.sessionRenewal()) > 0) {
                late.accept(left);
                return true;
            }
            progress.at(
                    60,
                    "%s holds for new sessions: %s have yet to be renewed. The service's pool does that in time; restarting "
                                    .formatted(set.name(), left.said())
                            + "the service does it now.");
            Thread.sleep(properties.poll());
        }
        return false;
    }

    private Instant answered(RunChange change, String statement) {
        return journal.answeredAt(change.id(), statement).orElseGet(clock::instant);
    }
}
