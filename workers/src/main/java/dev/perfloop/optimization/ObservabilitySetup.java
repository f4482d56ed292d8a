package dev.perfloop.optimization;

import dev.perfloop.analysis.Findings;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.Change;
import dev.perfloop.change.CreateExtension;
import dev.perfloop.change.FormerState;
import dev.perfloop.change.Offers;
import dev.perfloop.change.Progress;
import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.optimization.ObservabilityWishRepository.Wish;
import dev.perfloop.profiling.ObservabilityOffers;
import dev.perfloop.profiling.ParameterRights;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Fulfils a person's wish about what a target could tell and does not: to see it, to switch it on, or to take that back. */
@Service
class ObservabilitySetup {
    private static final String TRIGRAMS = "pg_trgm";

    private final ObservabilityWishRepository wishes;
    private final Profiles profiles;
    private final Findings findings;
    private final FormerState former;
    private final Offers offers;
    private final InstantSource clock;

    ObservabilitySetup(
            ObservabilityWishRepository wishes,
            Profiles profiles,
            Findings findings,
            FormerState former,
            Offers offers,
            InstantSource clock) {
        this.wishes = wishes;
        this.profiles = profiles;
        this.findings = findings;
        this.former = former;
        this.offers = offers;
        this.clock = clock;
    }

    /** Gives the pause after which to come again, when not all could be done now. */
    Optional<Duration> fulfil(RunId run, String wishId, Progress progress) throws InterruptedException {
        var wish = wishes.get(wishId);
        String note = wish == Wish.UNDO ? "" : offer(run);
        boolean busy = wish != Wish.SHOW && wishes.isRunUnderWay(run);
        var pause = busy ? Optional.<Duration>empty() : act(wish, run, progress);
        if (pause.isEmpty()) {
            String refusal =
                    "A run of this target is under way: what it measures must not change meanwhile. Ask again afterwards.";
            wishes.fulfilled(wishId, busy ? refusal : note, clock.instant());
        }
        return pause;
    }

    private Optional<Duration> act(Wish wish, RunId run, Progress progress) throws InterruptedException {
        return switch (wish) {
            case SHOW -> Optional.empty();
            case APPLY -> offers.apply(run, progress);
            case UNDO -> offers.undo(run, progress) ? Optional.empty() : Optional.of(Duration.ZERO);
        };
    }

    /** Writes down what is offered; gives what is not and why, a line each. */
    private String offer(RunId run) {
        var found = profiles.partOf(run, ObservabilityOffers.class).orElse(ObservabilityOffers.NONE);
        var rights = profiles.partOf(run, ParameterRights.class).orElse(ParameterRights.NONE);
        List<String> not = new ArrayList<>();
        for (var offer : found.offers()) {
            var right = rights.of(offer.parameter());
            right.flatMap(it -> scope(it.reach()))
                    .ifPresentOrElse(
                            scope -> offer(
                                    run,
                                    former.set(run, scope, offer.parameter(), offer.value()),
                                    offer.parameter(),
                                    not),
                            () -> not.add(offer.parameter() + ": "
                                    + right.map(ParameterRights.Parameter::why).orElse("Perfloop does not set it")));
        }
        for (var extension : found.extensions()) {
            if (extension.name().equals(TRIGRAMS) && !isTrigramIndexWanted(run)) {
                continue;
            }
            if (extension.why() instanceof String why) {
                not.add(extension.name() + ": " + why);
            } else {
                offer(run, new CreateExtension(extension.name()), extension.name(), not);
            }
        }
        return String.join("\n", not);
    }

    private void offer(RunId run, Change change, String name, List<String> not) {
        offers.offer(run, change).ifPresent(reason -> not.add(name + ": " + reason));
    }

    /** It shows nothing by itself: created only where a search was found that such an index would serve. */
    private boolean isTrigramIndexWanted(RunId run) {
        return findings.of(run).stream()
                .anyMatch(finding -> finding.proposal() instanceof Proposal.CodeAdvice advice
                        && advice.advice().contains("CREATE EXTENSION " + TRIGRAMS));
    }

    private static Optional<Scope> scope(ParameterRights.@Nullable Reach reach) {
        return switch (reach) {
            case null -> Optional.empty();
            case DATABASE -> Optional.of(Scope.DATABASE);
            case SYSTEM -> Optional.of(Scope.SYSTEM);
        };
    }
}
