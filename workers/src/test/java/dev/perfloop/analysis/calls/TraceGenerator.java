package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.calls.Trace.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes traces with one query a row, in the shapes that services have them, and sound ones that look alike. */
final class TraceGenerator {
    private static final long SOURCE = 1;
    private static final long CHILD = 2;
    private static final long OTHER = 3;
    private static final long THIRD = 4;
    private static final int SENT = 6;

    private final SplittableRandom random;
    private double way;

    TraceGenerator(long seed) {
        random = new SplittableRandom(seed);
    }

    /** So many of each shape. */
    List<Trace> traces(int each) {
        List<Function<TraceGenerator, Trace>> shapes = List.of(
                TraceGenerator::plain,
                TraceGenerator::fixedPage,
                TraceGenerator::threeRows,
                TraceGenerator::interleaved,
                TraceGenerator::amongOthers,
                TraceGenerator::keysFromElsewhere,
                TraceGenerator::fixedNumberOfKeysFromElsewhere,
                TraceGenerator::manyToMany,
                TraceGenerator::manyToManyEachOnce,
                TraceGenerator::acrossServices,
                TraceGenerator::afterTheAnswer,
                TraceGenerator::collections,
                TraceGenerator::twoKinds,
                TraceGenerator::fiveItems,
                TraceGenerator::fixedLoop,
                TraceGenerator::batch,
                TraceGenerator::allAtOnce,
                TraceGenerator::polling,
                TraceGenerator::chunks,
                TraceGenerator::dashboard,
                TraceGenerator::settings,
                TraceGenerator::twice,
                TraceGenerator::retries,
                TraceGenerator::rights,
                TraceGenerator::quickLookUps,
                TraceGenerator::page);
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            way = List.of(0.12, 0.3, 1.0).get(i % 3);
            shapes.forEach(shape -> traces.add(shape.apply(this)));
        }
        return traces;
    }

    private Trace plain() {
        return sending(withSource("plain").labelled(CHILD), sent -> {
            int rows = between(4, 40);
            sent.call(SOURCE, rows, 1, way);
            repeat(rows, () -> sent.call(CHILD, 1, run(), way));
        });
    }

    private Trace fixedPage() {
        int rows = List.of(5, 10, 20, 25, 50).get(random.nextInt(5));
        return sending(withSource("fixed page").labelled(CHILD), sent -> {
            sent.call(SOURCE, rows, 1, way);
            repeat(rows, () -> sent.call(CHILD, 1, run(), way));
        });
    }

    private Trace threeRows() {
        return sending(withSource("from three rows up").labelled(CHILD), sent -> {
            int rows = between(3, 5);
            sent.call(SOURCE, rows, 0.5, way);
            repeat(rows, () -> sent.call(CHILD, 1, 1 + run(), way));
        });
    }

    private Trace interleaved() {
        return sending(
                withSource("interleaved").running(OTHER, "SELECT * FROM stock WHERE item = $1").labelled(CHILD, OTHER),
                sent -> {
                    int rows = between(5, 30);
                    sent.call(SOURCE, rows, 1, way);
                    repeat(rows, () -> sent.call(CHILD, 1, run(), way).call(OTHER, 1, run(), way));
                });
    }

    private Trace amongOthers() {
        return sending(
                withSource("among other statements")
                        .running(OTHER, "INSERT INTO audit (what) VALUES ($1)")
                        .running(THIRD, "SELECT value FROM setting WHERE name = $1")
                        .labelled(CHILD),
                sent -> {
                    int rows = between(6, 30);
                    sent.call(THIRD, 1, 0.05, way).call(SOURCE, rows, 1, way).call(THIRD, 1, 0.05, way);
                    repeat(rows, () -> sent.call(CHILD, random.nextInt(2), run(), way));
                    sent.call(OTHER, 1, 0.1, way);
                });
    }

    private Trace keysFromElsewhere() {
        return sending(without("keys from elsewhere").labelled(CHILD), sent -> {
            int rows = between(4, 30);
            repeat(rows, () -> sent.call(CHILD, 1, run(), way));
        });
    }

    private Trace fixedNumberOfKeysFromElsewhere() {
        int rows = between(12, 50);
        return sending(without("a fixed number of keys from elsewhere").labelled(CHILD), sent ->
                repeat(rows, () -> sent.call(CHILD, 1, run(), way)));
    }

    private Trace manyToMany() {
        return sending(
                withSource("many to many").running(OTHER, "SELECT * FROM tag WHERE id = $1").labelled(CHILD, OTHER),
                sent -> {
                    int rows = between(3, 12);
                    sent.call(SOURCE, rows, 1, way);
                    repeat(rows, () -> {
                        int links = between(1, 4);
                        sent.call(CHILD, links, run(), way);
                        repeat(links, () -> sent.call(OTHER, 1, run(), way));
                    });
                });
    }

    /** The session keeps what it has loaded, so that each is asked for once. */
    private Trace manyToManyEachOnce() {
        return sending(
                new Trace("many to many, each once")
                        .running(SOURCE, "SELECT * FROM line WHERE invoice = $1")
                        .running(CHILD, "SELECT * FROM product WHERE id = $1")
                        .labelled(CHILD),
                sent -> {
                    int rows = between(8, 40);
                    sent.call(SOURCE, rows, 1, way);
                    repeat(Math.max(3, rows - between(1, rows / 2)), () -> sent.call(CHILD, 1, run(), way));
                });
    }

    private Trace acrossServices() {
        return sending(withSource("with calls of another service between").labelled(CHILD), sent -> {
            int rows = between(5, 20);
            sent.call(SOURCE, rows, 1, way);
            repeat(rows, () -> sent.call(CHILD, 1, 2 + run(), way).waiting(between(1, 5)));
        });
    }

    private Trace afterTheAnswer() {
        return sending(withSource("after the answer").labelled(CHILD), sent -> {
            int rows = between(10, 40);
            sent.call(SOURCE, rows, 1, way);
            repeat(rows, () -> {
                sent.call(CHILD, 1, 0.5 + run(), way);
                sent.afterAnswerMs += sent.calls.getLast().runMs() + way;
            });
        });
    }

    private Trace collections() {
        return sending(withSource("a collection for each").labelled(CHILD), sent -> {
            int rows = between(5, 25);
            sent.call(SOURCE, rows, 1, way);
            repeat(rows, () -> sent.call(CHILD, random.nextInt(9), run(), way));
        });
    }

    private Trace twoKinds() {
        return sending(
                withSource("two kinds of children").running(OTHER, "SELECT * FROM company WHERE id = $1").labelled(CHILD, OTHER),
                sent -> {
                    int rows = between(14, 40);
                    sent.call(SOURCE, rows, 1, way);
                    int people = between(4, rows - 5);
                    repeat(people, () -> sent.call(CHILD, 1, run(), way));
                    repeat(rows - people, () -> sent.call(OTHER, 1, run(), way));
                });
    }

    private Trace fiveItems() {
        return sending(without("five items"), sent -> repeat(5, () -> sent.call(CHILD, 1, 0.03, 0.1)));
    }

    private Trace fixedLoop() {
        int times = between(3, 8);
        return sending(without("a loop of fixed length"), sent -> repeat(times, () -> sent.call(CHILD, 1, 2 + run(), way)));
    }

    private Trace batch() {
        return sending(
                new Trace("a batch of writes")
                        .running(SOURCE, "SELECT * FROM basket WHERE id = $1")
                        .running(CHILD, "INSERT INTO line (invoice, item) VALUES ($1, $2)"),
                sent -> {
                    int rows = between(3, 60);
                    sent.call(SOURCE, rows, 0.5, way);
                    repeat(rows, () -> sent.call(CHILD, 1, 0.03, 0));
                });
    }

    private Trace allAtOnce() {
        return sending(
                withSource("all rows at once").running(CHILD, "SELECT * FROM author WHERE id = ANY ($1)"),
                sent -> {
                    int rows = between(3, 60);
                    sent.call(SOURCE, rows, 1, way).call(CHILD, rows, 2, way);
                });
    }

    private Trace polling() {
        return sending(new Trace("polling").running(CHILD, "SELECT state FROM job WHERE id = $1"), sent -> {
            int times = between(3, 9);
            repeat(times, () -> sent.call(CHILD, 1, 0.05, way).waiting(100));
        });
    }

    private Trace chunks() {
        long size = List.of(50L, 100L, 500L).get(random.nextInt(3));
        return sending(
                new Trace("one result in chunks").running(CHILD, "SELECT * FROM event WHERE id > $1 ORDER BY id LIMIT $2"),
                sent -> {
                    int chunks = between(3, 15);
                    repeat(chunks, () -> sent.call(CHILD, size, 2, way));
                    sent.call(CHILD, random.nextLong(size), 1, way);
                    sent.bytes = chunks * size * 100;
                });
    }

    private Trace dashboard() {
        var trace = new Trace("many different statements");
        int tiles = between(10, 30);
        for (int i = 0; i < tiles; i++) {
            trace.running(100 + i, "SELECT count(*) FROM table_" + i + " WHERE owner = $1");
        }
        return sending(trace, sent -> {
            for (int i = 0; i < tiles; i++) {
                sent.call(100 + i, 1, run(), way);
            }
        });
    }

    private Trace settings() {
        return sending(new Trace("the same question").running(CHILD, "SELECT name, value FROM setting"), sent ->
                repeat(between(3, 20), () -> sent.call(CHILD, 40, 1, way)));
    }

    private Trace twice() {
        return sending(withSource("twice"), sent -> {
            sent.call(SOURCE, 2, 5, way);
            repeat(2, () -> sent.call(CHILD, 1, 5, way));
        });
    }

    private Trace retries() {
        return sending(new Trace("a retry now and then").running(CHILD, "SELECT * FROM seat WHERE id = $1 AND free"), sent -> {
            boolean again = random.nextInt(6) == 0;
            repeat(again ? 3 : 1, () -> sent.call(CHILD, 1, 3, way));
        });
    }

    private Trace rights() {
        return sending(without("rights are checked"), sent ->
                repeat(3 + random.nextInt(2), () -> sent.call(CHILD, 1, 0.05, way)).waiting(60));
    }

    private Trace quickLookUps() {
        return sending(withSource("quick look-ups in a slow request"), sent -> {
            int rows = between(3, 6);
            sent.call(SOURCE, rows, 0.2, way);
            repeat(rows, () -> sent.call(CHILD, 1, 0.02, 0.1));
            sent.waiting(80);
        });
    }

    private Trace page() {
        return sending(
                withSource("a page and its count").running(CHILD, "SELECT count(*) FROM book WHERE genre = $1"), sent ->
                        sent.call(SOURCE, between(3, 50), 20, way).call(CHILD, 1, 30, way));
    }

    private Trace withSource(String kind) {
        return new Trace(kind)
                .running(SOURCE, "SELECT * FROM book WHERE genre = $1 ORDER BY title LIMIT $2")
                .running(CHILD, "SELECT * FROM author WHERE id = $1");
    }

    private Trace without(String kind) {
        return new Trace(kind).running(CHILD, "SELECT * FROM author WHERE id = $1");
    }

    private Trace sending(Trace trace, Consumer<Sent> request) {
        for (int i = 0; i < SENT; i++) {
            var sent = new Sent().waiting(1 + random.nextDouble(2));
            request.accept(sent);
            trace.sent.add(sent);
        }
        return trace;
    }

    private Sent repeat(int times, Supplier<Sent> step) {
        Sent last = new Sent();
        for (int i = 0; i < times; i++) {
            last = step.get();
        }
        return last;
    }

    private void repeat(int times, Runnable step) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }

    private double run() {
        return 0.1 + random.nextDouble(0.6);
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
