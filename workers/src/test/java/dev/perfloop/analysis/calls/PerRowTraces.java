package dev.perfloop.analysis.calls;

import java.util.List;
import java.util.function.Supplier;

/** Services that run one query a row, in the shapes they do it. */
final class PerRowTraces extends TraceMaker {
    PerRowTraces(long seed) {
        super(seed);
    }

    @Override
    List<Supplier<Trace>> shapes() {
        return List.of(
                this::plain,
                this::fixedPage,
                this::threeRows,
                this::interleaved,
                this::amongOthers,
                this::keysFromElsewhere,
                this::fixedNumberOfKeysFromElsewhere,
                this::manyToMany,
                this::manyToManyEachOnce,
                this::acrossServices,
                this::afterTheAnswer,
                this::collections,
                this::twoKinds);
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
                withSource("interleaved")
                        .running(OTHER, "SELECT * FROM stock WHERE item = $1")
                        .labelled(CHILD, OTHER),
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
        return sending(
                without("a fixed number of keys from elsewhere").labelled(CHILD),
                sent -> repeat(rows, () -> sent.call(CHILD, 1, run(), way)));
    }

    private Trace manyToMany() {
        return sending(
                withSource("many to many")
                        .running(OTHER, "SELECT * FROM tag WHERE id = $1")
                        .labelled(CHILD, OTHER),
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
                withSource("two kinds of children")
                        .running(OTHER, "SELECT * FROM company WHERE id = $1")
                        .labelled(CHILD, OTHER),
                sent -> {
                    int rows = between(14, 40);
                    sent.call(SOURCE, rows, 1, way);
                    int people = between(4, rows - 5);
                    repeat(people, () -> sent.call(CHILD, 1, run(), way));
                    repeat(rows - people, () -> sent.call(OTHER, 1, run(), way));
                });
    }
}
