package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatchUpTests {
    private static final long MS = 1_000_000;
    private static final int LATE = 400;

    /** Climbed to from 500 a second in the first two of three seconds. */
    private final Schedule schedule = new Schedule(Specs.constant(10_000, 3, 5));

    private final Timeline timeline = new Timeline(schedule, 1_000_000, 0);
    private final CatchUp catchUp = new CatchUp(schedule, timeline);
    private final List<Integer> started = new ArrayList<>();
    private final List<Integer> waited = new ArrayList<>();

    CatchUpTests() {
        timeline.start(0, false, 0);
    }

    @Test
    void onlyHighRatesNeedIt() {
        assertThat(catchUp.isNeeded()).isTrue();
        assertThat(catchUp(Specs.constant(CatchUp.ABOVE, 3, 5)).isNeeded()).isFalse();
        assertThat(catchUp(Specs.stress(100, 3_000, 1, 3, 9)).isNeeded()).isTrue();
    }

    private static CatchUp catchUp(LoadSpec spec) {
        var schedule = new Schedule(spec);
        return new CatchUp(schedule, new Timeline(schedule, 1_000_000, 0));
    }

    @Test
    void targetThatAnswersNothingGetsTheLoadAllTheSameAMomentLater() {
        IntStream.range(0, 2_000).forEach(arrival -> arrive(arrival, 1));
        int last = schedule.offsetMillis(1_999);

        long due = IntStream.range(0, 2_000)
                .filter(arrival -> schedule.offsetMillis(arrival) < last - CatchUp.PATIENCE_MILLIS)
                .count();
        assertThat(due).isGreaterThan(2L * CatchUp.FEW);
        assertThat(started).hasSizeGreaterThanOrEqualTo((int) due);
    }

    @Test
    void oneOnTimeWaitsForAResponseWhereAsManyAsUsualAreUnderWay() {
        IntStream.range(0, CatchUp.FEW).forEach(arrival -> arrive(arrival, 0));
        long moment = schedule.offsetMillis(CatchUp.FEW);
        arriveAt(CatchUp.FEW, moment);
        assertThat(waited).isEmpty();

        catchUp.answered();

        assertThat(started).hasSize(CatchUp.FEW + 1);
        assertThat(waited).containsExactly(CatchUp.FEW);
    }

    @Test
    void lateOnesComeAfterThoseOnTime() {
        IntStream.rangeClosed(0, CatchUp.FEW).forEach(arrival -> arriveAt(arrival, LATE));
        int onTime = IntStream.range(0, 2_000)
                .filter(arrival -> schedule.offsetMillis(arrival) >= LATE)
                .findFirst()
                .orElseThrow();
        arriveAt(onTime, LATE);

        catchUp.answered();
        catchUp.answered();

        assertThat(waited).containsExactly(onTime, CatchUp.FEW);
    }

    @Test
    void ofThoseThatAreLateAsManyStartAsAreUsuallyUnderWay() {
        IntStream.range(0, 1_000).forEach(arrival -> arrive(arrival, 100));

        assertThat(started).hasSize(CatchUp.FEW);
        assertThat(waited).as("a place was free for those").isEmpty();
    }

    @Test
    void moreStartAtOnceWhereMoreWereUnderWayForAMoment() {
        IntStream.range(0, 2_000).forEach(arrival -> arrive(arrival, 1));
        int underWay = started.size();
        IntStream.range(0, 2_000).forEach(response -> catchUp.answered());
        started.clear();
        waited.clear();

        IntStream.range(2_000, 4_000).forEach(arrival -> arriveAt(arrival, schedule.offsetMillis(4_000) + 90));

        assertThat(underWay).isGreaterThan(2 * CatchUp.FEW);
        assertThat(started).hasSize(underWay);
    }

    @Test
    void eachResponseLetsTheNextGoInTheOrderOfArrival() {
        IntStream.range(0, 1_000).forEach(arrival -> arrive(arrival, 100));
        catchUp.answered();
        catchUp.answered();

        assertThat(started).hasSize(CatchUp.FEW + 2);
        assertThat(waited).containsExactly(CatchUp.FEW, CatchUp.FEW + 1);
    }

    @Test
    void targetThatHangsDoesNotKeepThemForEver() {
        IntStream.range(0, CatchUp.FEW + 1).forEach(arrival -> arrive(arrival, 100));
        long later = CatchUp.LONGEST.toMillis() + 1;

        arrive(CatchUp.FEW + 1, later);

        assertThat(waited).containsExactly(CatchUp.FEW);
    }

    private void arrive(int arrival, long millisLate) {
        arriveAt(arrival, schedule.offsetMillis(arrival) + millisLate);
    }

    private void arriveAt(int arrival, long millis) {
        Runnable start = () -> {
            started.add(arrival);
            waited.add(arrival);
        };
        if (catchUp.arrive(arrival, millis * MS, start)) {
            started.add(arrival);
        }
    }
}
