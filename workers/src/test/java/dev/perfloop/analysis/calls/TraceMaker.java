package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.calls.Trace.Sent;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What makers of traces have in common: chance, and what a call costs. */
abstract class TraceMaker {
    static final long SOURCE = 1;
    static final long CHILD = 2;
    static final long OTHER = 3;
    static final long THIRD = 4;
    private static final int SENT = 6;
    /** Milliseconds to the database and back: on one machine, in one network, between two zones. */
    private static final List<Double> WAYS = List.of(0.12, 0.3, 1.0);

    final SplittableRandom random;
    double way = 0.3;

    TraceMaker(long seed) {
        random = new SplittableRandom(seed);
    }

    abstract List<Supplier<Trace>> shapes();

    /** So many of each shape. */
    final List<Trace> traces(int each) {
        return IntStream.range(0, each)
                .boxed()
                .flatMap(i -> {
                    way = WAYS.get(i % WAYS.size());
                    return shapes().stream().map(Supplier::get);
                })
                .toList();
    }

    static Trace withSource(String kind) {
        return without(kind).running(SOURCE, "SELECT * FROM book WHERE genre = $1 ORDER BY title LIMIT $2");
    }

    static Trace without(String kind) {
        return new Trace(kind).running(CHILD, "SELECT * FROM author WHERE id = $1");
    }

    final Trace sending(Trace trace, Consumer<Sent> request) {
        for (int i = 0; i < SENT; i++) {
            var sent = new Sent().waiting(1 + random.nextDouble(2));
            request.accept(sent);
            trace.sent.add(sent);
        }
        return trace;
    }

    static void repeat(int times, Runnable step) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }

    final double run() {
        return 0.1 + random.nextDouble(0.6);
    }

    final int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
