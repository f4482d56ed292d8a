package dev.perfloop.analysis.calls;

import java.util.List;
import java.util.function.Supplier;

/** Sound services that a hasty look would take for one query a row. */
final class LookalikeTraces extends TraceMaker {
    LookalikeTraces(long seed) {
        super(seed);
    }

    @Override
    List<Supplier<Trace>> shapes() {
        return List.of(
                this::fiveItems,
                this::fixedLoop,
                this::batch,
                this::allAtOnce,
                this::polling,
                this::chunks,
                this::dashboard,
                this::settings,
                this::twice,
                this::retries,
                this::rights,
                this::quickLookUps,
                this::page);
    }

    private Trace fiveItems() {
        return sending(without("five items"), sent -> repeat(5, () -> sent.call(CHILD, 1, 0.03, 0.1)));
    }

    private Trace fixedLoop() {
        int times = between(3, 8);
        return sending(
                without("a loop of fixed length"), sent -> repeat(times, () -> sent.call(CHILD, 1, 2 + run(), way)));
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
                withSource("all rows at once").running(CHILD, "SELECT * FROM author WHERE id = ANY ($1)"), sent -> {
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
                new Trace("one result in chunks")
                        .running(CHILD, "SELECT * FROM event WHERE id > $1 ORDER BY id LIMIT $2"),
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
        return sending(
                new Trace("the same question").running(CHILD, "SELECT name, value FROM setting"),
                sent -> repeat(between(3, 20), () -> sent.call(CHILD, 40, 1, way)));
    }

    private Trace twice() {
        return sending(withSource("twice"), sent -> {
            sent.call(SOURCE, 2, 5, way);
            repeat(2, () -> sent.call(CHILD, 1, 5, way));
        });
    }

    private Trace retries() {
        return sending(
                new Trace("a retry now and then").running(CHILD, "SELECT * FROM seat WHERE id = $1 AND free"), sent -> {
                    boolean again = random.nextInt(6) == 0;
                    repeat(again ? 3 : 1, () -> sent.call(CHILD, 1, 3, way));
                });
    }

    private Trace rights() {
        return sending(without("rights are checked"), sent -> {
            repeat(3 + random.nextInt(2), () -> sent.call(CHILD, 1, 0.05, way));
            sent.waiting(60);
        });
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
                withSource("a page and its count").running(CHILD, "SELECT count(*) FROM book WHERE genre = $1"),
                sent -> sent.call(SOURCE, between(3, 50), 20, way).call(CHILD, 1, 30, way));
    }
}
