package dev.perfloop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Times two subjects in turns: each round has a block of calls of either, the first of the two drawn by lot, so that
 * whatever drifts or disturbs meets both alike.
 */
final class Turns {
    /**
     * @param rounds blocks of either that are measured
     * @param block  calls of a block
     * @param warmUp rounds ahead of these that are not
     */
    record Course(int rounds, int block, int warmUp) {}

    /** Microseconds of each call, a block at a time. */
    record Timed(List<long[]> a, List<long[]> b) {}

    private final RandomGenerator random;
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime()} */
    Turns(RandomGenerator random, LongSupplier nanoTime) {
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** @param progress is told how many rounds are over, those of the warm-up included */
    Timed take(Subject a, Subject b, Course course, IntConsumer progress) throws SubjectFailed, InterruptedException {
        List<long[]> ofA = new ArrayList<>();
        List<long[]> ofB = new ArrayList<>();
        for (int round = 0; round < course.warmUp() + course.rounds(); round++) {
            boolean aFirst = random.nextBoolean();
            long[] first = block(aFirst ? a : b, course.block());
            long[] second = block(aFirst ? b : a, course.block());
            if (round >= course.warmUp()) {
                ofA.add(aFirst ? first : second);
                ofB.add(aFirst ? second : first);
            }
            progress.accept(round + 1);
        }
        return new Timed(ofA, ofB);
    }

    private long[] block(Subject subject, int calls) throws SubjectFailed, InterruptedException {
        long[] micros = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = nanoTime.getAsLong();
            subject.call();
            micros[i] = (nanoTime.getAsLong() - start) / 1000;
        }
        return micros;
    }
}
