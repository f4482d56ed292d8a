package dev.perfloop.load;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/** Watches the other injectors of a load, too: when one falls silent or ends the test, all end theirs. */
final class SharedWatch implements LoadWatch {
    /** The load test has ended for this injector as well. */
    static final class Over extends RuntimeException {
        Over() {
            super("The load test ended.");
        }
    }

    private final LoadWatch watch;
    private final String loadTestId;
    private final LoadOrder order;
    private final LoadTestRepository tests;
    private final InjectorRepository injectors;
    private final InstantSource clock;

    SharedWatch(
            LoadWatch watch,
            String loadTestId,
            LoadOrder order,
            LoadTestRepository tests,
            InjectorRepository injectors,
            InstantSource clock) {
        this.watch = watch;
        this.loadTestId = loadTestId;
        this.order = order;
        this.tests = tests;
        this.injectors = injectors;
        this.clock = clock;
    }

    @Override
    public void progress(int percent, String message) {
        watch.progress(percent, message);
    }

    @Override
    public boolean cancelled() {
        return watch.cancelled();
    }

    /** @throws Over when the test has an end */
    @Override
    public void stopIfUnwanted() {
        watch.stopIfUnwanted();
        List<Integer> alive = injectors.present(order.name(), Pulse.DEAD);
        IntStream.rangeClosed(1, order.injectors())
                .filter(injector -> !alive.contains(injector))
                .findFirst()
                .ifPresent(silent -> tests.fail(
                        loadTestId,
                        "LOST",
                        "Injector %d of %d fell silent.".formatted(silent, order.injectors()),
                        clock.instant()));
        if (tests.end(loadTestId).isPresent()) {
            throw new Over();
        }
    }
}
