package dev.perfloop.fingerprint;

import dev.perfloop.camunda.Step;
import dev.perfloop.fingerprint.StatementCountRepository.Counting;
import dev.perfloop.load.SingleRequests;
import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The fingerprint pass: every request of the scenario, alone, before any load. Whoever takes the step over begins it anew.
 * What cannot be counted is said and never ends the run.
 */
@Service
class Fingerprinting {
    static final String WHAT = "how often each statement runs in one request";

    private final Runs runs;
    private final SingleRequests requests;
    private final StatementCountRepository counts;
    private final Sender sender;
    private final Pacing pacing;
    private final FingerprintOutcome outcome;
    private final BlindSpots blindSpots;
    private final FingerprintProperties properties;

    Fingerprinting(
            Runs runs,
            SingleRequests requests,
            StatementCountRepository counts,
            Sender sender,
            Pacing pacing,
            FingerprintOutcome outcome,
            BlindSpots blindSpots,
            FingerprintProperties properties) {
        this.runs = runs;
        this.requests = requests;
        this.counts = counts;
        this.sender = sender;
        this.pacing = pacing;
        this.outcome = outcome;
        this.blindSpots = blindSpots;
        this.properties = properties;
    }

    void take(RunId run, Step step) throws InterruptedException {
        Target target = runs.targetOf(run);
        try {
            var maker = requests.of(target, run.value().hashCode());
            var drive =
                    new RequestDrive(sender, pacing, properties, target.guards().maxRate());
            var pass = new Pass();
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
                            String.format(
                                    Locale.ROOT,
                                    "the requests before took all of the %.3g s there are",
                                    properties.budget().toMillis() / 1000.0),
                            "Set perfloop.fingerprint.budget="
                                    + Math.max(60, 3 * properties.budget().toSeconds()) + "s");
                    break;
                }
                step.progress(
                        100 * i / names.size(), name + " alone, " + (i + 1) + " of " + names.size() + " requests");
                one(target, maker, name, drive, left.dividedBy(names.size() - i), i == names.size() - 1, pass);
            }
            outcome.keep(run, pass, step);
        } catch (TargetRefused refused) {
            blindSpots.add(run, WHAT, String.valueOf(refused.getMessage()), refused.mend());
        } catch (StatementFailed failed) {
            blindSpots.add(run, WHAT, "the target's counters cannot be read: " + failed.getMessage(), "");
        }
    }

    private void one(
            Target target, Maker maker, String name, RequestDrive drive, Duration share, boolean last, Pass pass)
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

    private static void stopIfUnwanted(Step step) throws InterruptedException {
        if (step.leaseLost()) {
            throw new InterruptedException("Another worker has this step now");
        }
    }
}
