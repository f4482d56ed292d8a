package dev.perfloop.fingerprint;

import dev.perfloop.camunda.Step;
import dev.perfloop.fingerprint.StatementCountRepository.Counting;
import dev.perfloop.load.SingleRequests;
import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The fingerprint pass: every request of the scenario, alone, before any load. Whoever takes the step over begins it anew.
 * What cannot be counted is said and never ends the run.
 */
@Service
class Fingerprinting {
    private static final String WHAT = "how often each statement runs in one request";

    private final Runs runs;
    private final SingleRequests requests;
    private final StatementCountRepository counts;
    private final Sender sender;
    private final Pacing pacing;
    private final Profiles profiles;
    private final BlindSpots blindSpots;
    private final FingerprintProperties properties;

    Fingerprinting(
            Runs runs,
            SingleRequests requests,
            StatementCountRepository counts,
            Sender sender,
            Pacing pacing,
            Profiles profiles,
            BlindSpots blindSpots,
            FingerprintProperties properties) {
        this.runs = runs;
        this.requests = requests;
        this.counts = counts;
        this.sender = sender;
        this.pacing = pacing;
        this.profiles = profiles;
        this.blindSpots = blindSpots;
        this.properties = properties;
    }

    /** The drives, and what ran without them. */
    private record Pass(List<Driven> driven, List<Double> trips, Background background, Map<Long, String> texts) {}

    void take(RunId run, Step step) throws InterruptedException {
        Target target = runs.targetOf(run);
        try {
            var maker = requests.of(target, run.value().hashCode());
            var drive = new RequestDrive(sender, pacing, properties, target.guards().maxRate());
            var pass = new Pass(new ArrayList<>(), new ArrayList<>(), new Background(), new HashMap<>());
            long began = System.nanoTime();
            var names = maker.names();
            for (int i = 0; i < names.size(); i++) {
                stopIfUnwanted(step);
                String name = names.get(i);
                var left = properties.budget().minusNanos(System.nanoTime() - began);
                if (left.isNegative()) {
                    blindSpots.add(
                            run,
                            WHAT + ": " + String.join(", ", names.subList(i, names.size())),
                            "the requests before took all of the " + properties.budget().toSeconds() + " s there are",
                            "Set perfloop.fingerprint.budget=" + 3 * properties.budget().toSeconds() + "s");
                    break;
                }
                step.progress(100 * i / names.size(), name + " alone, " + (i + 1) + " of " + names.size() + " requests");
                one(target, maker, name, drive, left.dividedBy(names.size() - i), i == names.size() - 1, pass);
            }
            finish(run, pass, step);
        } catch (TargetRefused refused) {
            blindSpots.add(run, WHAT, String.valueOf(refused.getMessage()), refused.mend());
        } catch (StatementFailed failed) {
            blindSpots.add(run, WHAT, "the target's counters cannot be read: " + failed.getMessage(), "");
        }
    }

    private void one(Target target, Maker maker, String name, RequestDrive drive, Duration share, boolean last, Pass pass)
            throws InterruptedException {
        Stopped stopped = counts.count(target, counting -> {
            try {
                pass.trips().add(counting.roundTripMs());
                look(counting, pass);
                var driven = drive.drive(maker, name, counting, pass.background(), share);
                if (last) {
                    look(counting, pass);
                    driven = driven.upTo(drive.reportedAfterOneMore(maker, name, counting, pass.background()));
                }
                pass.driven().add(driven);
                pass.texts().putAll(counting.texts(ids(driven)));
                return new Stopped(null);
            } catch (InterruptedException stop) {
                return new Stopped(stop);
            }
        });
        if (stopped.by() != null) {
            throw stopped.by();
        }
    }

    private record Stopped(@Nullable InterruptedException by) {}

    /** Long enough for sessions to report the transactions of the request before, which they do once a second. */
    private void look(Counting counting, Pass pass) throws InterruptedException {
        var before = counting.now();
        long transactions = counting.transactions();
        long from = System.nanoTime();
        pacing.rest(properties.quietLook());
        pass.background()
                .add(
                        counting.now().since(before),
                        counting.transactions() - transactions,
                        (System.nanoTime() - from) / 1e9);
    }

    private static List<Long> ids(Driven driven) {
        return driven.sendings().stream()
                .flatMap(sending -> sending.ran().statements().keySet().stream())
                .distinct()
                .toList();
    }

    private void finish(RunId run, Pass pass, Step step) {
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
        var disturbed = seen.stream().filter(request -> !request.quiet()).map(CallsPerRequest.Request::name).toList();
        if (!disturbed.isEmpty()) {
            blindSpots.add(
                    run,
                    WHAT + ", for certain: " + String.join(", ", disturbed),
                    "others ran the same statements meanwhile; their rate was taken off",
                    "Let nothing else use the service while Perfloop works.");
        }
        if (!seen.isEmpty() && seen.stream().allMatch(request -> request.statements().isEmpty())) {
            blindSpots.add(
                    run,
                    WHAT,
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
                WHAT + ": " + driven.name() + (driven.sendings().isEmpty() ? "" : ", for all its values"),
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
                .max(Comparator.comparingDouble(Fingerprinting::calls))
                .map(most -> seen.size() + " requests driven alone; most statements in one: " + most.name() + " with "
                        + Math.round(calls(most)))
                .orElse("No request could be driven alone");
    }

    private static double calls(CallsPerRequest.Request request) {
        return request.statements().stream()
                .mapToDouble(CallsPerRequest.Statement::callsPerRequest)
                .sum();
    }

    private static void stopIfUnwanted(Step step) throws InterruptedException {
        if (step.leaseLost()) {
            throw new InterruptedException("Another worker has this step now");
        }
    }
}
