package dev.perfloop.fingerprint;

import dev.perfloop.fingerprint.Driven.Reported;
import dev.perfloop.fingerprint.Sender.Answer;
import dev.perfloop.fingerprint.StatementCountRepository.Counting;
import dev.perfloop.load.SingleRequests.Maker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends one kind of request some times, one after the other, and reads the counters around each. */
final class RequestDrive {
    /** A statement is counted when it has ended, which may be a moment after the answer: work after the answer included. */
    private static final Duration AFTERGLOW = Duration.ofMillis(10);

    private static final int LONGEST_AFTERGLOW = 30;
    /** So many failures and no success: more would not help, and harm. */
    private static final int ENOUGH_FAILURES = 2;

    /** Fewer say nothing about what varies between requests. */
    static final int FEWEST = 3;

    private final Sender sender;
    private final Pacing pacing;
    private final FingerprintProperties properties;
    private final Duration gap;

    /** @param maxRate requests a second that the target's owner allows */
    RequestDrive(Sender sender, Pacing pacing, FingerprintProperties properties, double maxRate) {
        this.sender = sender;
        this.pacing = pacing;
        this.properties = properties;
        this.gap = maxRate > 0 ? Duration.ofNanos((long) (1e9 / maxRate)) : Duration.ZERO;
    }

    /** @param share when this much time has gone, no more than needed are sent */
    Driven drive(Maker maker, String name, Counting counting, Background background, Duration share)
            throws InterruptedException {
        List<Sending> sendings = new ArrayList<>();
        String failure = "";
        int failed = 0;
        int sent = 0;
        @Nullable Reported reported = null;
        long began = System.nanoTime();
        while (sent < properties.times() + failed && failed < properties.times()) {
            boolean late = System.nanoTime() - began > share.toNanos();
            if (late && (sendings.size() >= FEWEST || sent > properties.warmUps() + FEWEST)) {
                break;
            }
            var visit = maker.visit(name, sent);
            try (var session = sender.open(visit, properties.patience())) {
                if (session.login() instanceof Answer.Bad bad) {
                    return new Driven(
                            name, List.of(), sent, failed + 1, "cannot be sent, as its login " + bad.why(), null);
                }
                var before = calm(counting, background);
                long sentAt = System.nanoTime();
                var answer = session.request();
                var after = calm(counting, background);
                sent++;
                if (sent == 1) {
                    reported = new Reported(counting.transactions(), System.nanoTime());
                }
                switch (answer) {
                    case Answer.Good good -> {
                        if (sent > properties.warmUps()) {
                            double seconds = (System.nanoTime() - sentAt) / 1e9;
                            sendings.add(new Sending(after.since(before), good.ms(), good.bytes(), seconds));
                        }
                    }
                    case Answer.Bad bad -> {
                        failed++;
                        failure = bad.why();
                    }
                }
                if (failed >= ENOUGH_FAILURES && failed == sent) {
                    break;
                }
            }
            pacing.rest(gap);
        }
        return new Driven(name, sendings, sent, failed, failure, reported);
    }

    /** Its session reports what it had kept back of all those before. */
    Reported reportedAfterOneMore(Maker maker, String name, Counting counting, Background background)
            throws InterruptedException {
        try (var session = sender.open(maker.visit(name, 0), properties.patience())) {
            session.login();
            session.request();
            calm(counting, background);
        }
        return new Reported(counting.transactions(), System.nanoTime());
    }

    /** The counters once they stand still, but for what runs anyway. */
    private Counts calm(Counting counting, Background background) throws InterruptedException {
        var counts = counting.now();
        for (int i = 0; i < LONGEST_AFTERGLOW; i++) {
            pacing.rest(AFTERGLOW);
            var next = counting.now();
            if (next.since(counts).calls(background.statements()) == 0) {
                return next;
            }
            counts = next;
        }
        return counts;
    }
}
