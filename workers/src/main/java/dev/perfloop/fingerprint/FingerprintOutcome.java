package dev.perfloop.fingerprint;

import dev.perfloop.camunda.Step;
import dev.perfloop.load.SingleRequests;
import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what a pass has counted, and says what it could not count. */
@Component
class FingerprintOutcome {
    private final Profiles profiles;
    private final BlindSpots blindSpots;

    FingerprintOutcome(Profiles profiles, BlindSpots blindSpots) {
        this.profiles = profiles;
        this.blindSpots = blindSpots;
    }

    void keep(RunId run, Pass pass, Step step) {
        var fingerprint = new Fingerprint(pass.texts(), pass.background());
        List<CallsPerRequest.Request> seen = new ArrayList<>();
        for (int i = 0; i < pass.driven().size(); i++) {
            var driven = pass.driven().get(i);
            if (driven.failed() > 0) {
                sayFailure(run, driven);
            }
            if (!driven.sendings().isEmpty()) {
                seen.add(fingerprint.of(driven, withoutLogin(driven, reported(pass, i), seen)));
            }
        }
        var disturbed = seen.stream()
                .filter(request -> !request.quiet())
                .map(CallsPerRequest.Request::name)
                .toList();
        if (!disturbed.isEmpty()) {
            blindSpots.add(
                    run,
                    Fingerprinting.WHAT + ", for certain: " + String.join(", ", disturbed),
                    "others ran the same statements meanwhile; their rate was taken off",
                    "Let nothing else use the service while Perfloop works.");
        }
        if (!seen.isEmpty()
                && seen.stream().allMatch(request -> request.statements().isEmpty())) {
            blindSpots.add(
                    run,
                    Fingerprinting.WHAT,
                    "requests were answered, but no statement of the service was counted",
                    "See that database.url is the service's own database, and GRANT pg_monitor to Perfloop's role.");
        }
        double trip =
                pass.trips().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        profiles.save(run, new CallsPerRequest(seen, trip));
        step.progress(100, summary(seen));
    }

    private void sayFailure(RunId run, Driven driven) {
        blindSpots.add(
                run,
                Fingerprinting.WHAT + ": " + driven.name()
                        + (driven.sendings().isEmpty() ? "" : ", for all its values"),
                "the request " + driven.failure() + " (" + driven.failed() + " of " + driven.sent() + " times)",
                "Mend " + driven.name() + " under load.requests in the target's file, or the service.");
    }

    /**
     * Transactions a sending, its visit's login included. What was reported after the first sending of the next request is
     * all of this one's but what its own first sending had left unreported, plus just that: the two cancel out.
     */
    private static @Nullable Double reported(Pass pass, int i) {
        var driven = pass.driven().get(i);
        var from = driven.from();
        var to = i + 1 < pass.driven().size() ? pass.driven().get(i + 1).from() : driven.to();
        if (from == null || to == null) {
            return null;
        }
        double foreign = pass.background().transactions((to.atNanos() - from.atNanos()) / 1e9);
        return Math.max(0, (to.transactions() - from.transactions() - foreign) / driven.sent());
    }

    private static @Nullable Double withoutLogin(
            Driven driven, @Nullable Double reported, List<CallsPerRequest.Request> seen) {
        boolean afterLogin = !seen.isEmpty() && seen.getFirst().name().equals(SingleRequests.LOGIN);
        return reported == null || !afterLogin || driven.name().equals(SingleRequests.LOGIN)
                ? reported
                : Double.valueOf(reported - seen.getFirst().transactions());
    }

    private static String summary(List<CallsPerRequest.Request> seen) {
        return seen.stream()
                .max(Comparator.comparingDouble(FingerprintOutcome::calls))
                .map(most -> seen.size() + " requests driven alone; most statements in one: " + most.name() + " with "
                        + Math.round(calls(most)))
                .orElse("No request could be driven alone");
    }

    private static double calls(CallsPerRequest.Request request) {
        return request.statements().stream()
                .mapToDouble(CallsPerRequest.Statement::callsPerRequest)
                .sum();
    }
}
