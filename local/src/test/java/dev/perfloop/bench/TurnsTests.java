package dev.perfloop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.bench.Turns.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTests {
    private final AtomicLong now = new AtomicLong();
    private final List<String> calls = new ArrayList<>();

    @Test
    void eachRoundHasABlockOfEitherAndTheWarmUpIsNotMeasured() throws Exception {
        var timed = turns(1).take(taking("a", 3), taking("b", 5), new Course(4, 10, 2), over -> {});

        assertThat(timed.a())
                .hasSize(4)
                .allSatisfy(block -> assertThat(block).hasSize(10).containsOnly(3));
        assertThat(timed.b())
                .hasSize(4)
                .allSatisfy(block -> assertThat(block).hasSize(10).containsOnly(5));
        assertThat(calls).hasSize(2 * 10 * (4 + 2));
    }

    @Test
    void whoIsFirstIsDrawnByLotAndTheSameForTheSameSeed() throws Exception {
        turns(1).take(taking("a", 1), taking("b", 1), new Course(40, 1, 0), over -> {});
        var order = List.copyOf(calls);
        calls.clear();
        turns(1).take(taking("a", 1), taking("b", 1), new Course(40, 1, 0), over -> {});

        assertThat(calls).isEqualTo(order);
        long aFirst = IntStream.range(0, 40)
                .filter(round -> order.get(2 * round).equals("a"))
                .count();
        assertThat(aFirst).isBetween(8L, 32L);
    }

    @Test
    void aFailingCallEndsItAll() {
        assertThatThrownBy(() ->
                        turns(1).take(taking("a", 1), new CommandSubject("exit 3"), new Course(5, 2, 0), over -> {}))
                .isInstanceOf(SubjectFailed.class)
                .hasMessageContaining("exit code 3");
    }

    private Turns turns(long seed) {
        return new Turns(new SplittableRandom(seed), now::get);
    }

    private Subject taking(String name, long micros) {
        return new Subject() {
            @Override
            public void call() {
                calls.add(name);
                now.addAndGet(1000 * micros);
            }

            @Override
            public void close() {}
        };
    }
}
