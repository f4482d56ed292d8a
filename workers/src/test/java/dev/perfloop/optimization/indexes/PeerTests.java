package dev.perfloop.optimization.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Extend on workloads of any kind. */
class PeerTests {
    private static final int WORKLOADS = 10;

    /** @param share of what an index on every column would take */
    @ParameterizedTest
    @CsvSource({"0.05", "0.2", "1.0"})
    void isNeverWorseThanExtendByMoreThanAPoint(double share) {
        for (long seed = 0; seed < WORKLOADS; seed++) {
            var workload = new RandomWorkload(seed);
            var demand = workload.of(15, 4);
            var prices = new Prices(workload.planner);
            double budget = share * everything(demand, prices);
            var extend = new Extend(demand, prices, budget, 3);
            var theirs = extend.set();

            var ours = IndexSearch.best(demand, prices, new Limits(budget, 3, Duration.ofMinutes(1)), List.of());

            double none = extend.cost(List.of());
            double point = none / 100;
            assertThat(ours.bytes()).isLessThanOrEqualTo(budget);
            assertThat(ours.total()).as("workload " + seed).isLessThanOrEqualTo(extend.cost(theirs) + point);
        }
    }

    private static double everything(Demand demand, Prices prices) {
        return new Ground(demand, prices, new Limits(Double.MAX_VALUE, 3, Duration.ZERO), List.of(), () -> 0)
                .firsts().stream().mapToDouble(prices::bytes).sum();
    }
}
