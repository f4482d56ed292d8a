package dev.perfloop.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.target.Costs;
import org.junit.jupiter.api.Test;

class CostModelTests {
    private static final CostProperties NOTHING_USUAL = new CostProperties("EUR", null, null, null, null);
    private static final Costs ALL = new Costs("USD", 4.0, 0.5, 0.1, 80.0, 1.5);
    private static final Known PEAK = Known.of(80, "file");
    private static final Known DISK = Known.of(5e9, "plan");

    @Test
    void fewerInstancesHoldThePeakAndPayForTheWork() {
        var roi = new CostModel(
                        Prices.of(ALL, NOTHING_USUAL), PEAK, Known.of(100, "stress"), Known.of(200, "stress"), DISK)
                .roi();

        assertThat(roi.currency()).isEqualTo("USD");
        assertThat(roi.instancesBefore().value()).as("4 x 80 / 100, rounded up").isEqualTo(4.0);
        assertThat(roi.instancesAfter().value()).as("4 x 80 / 200, rounded up").isEqualTo(2.0);
        assertThat(roi.computeBefore().value()).as("4 x 0.5 x 730").isEqualTo(1460.0);
        assertThat(roi.computeAfter().value()).isEqualTo(730.0);
        assertThat(roi.storageAdded().value()).as("5 GB x 0.1").isEqualTo(0.5);
        assertThat(roi.savedPerMonth().value()).isEqualTo(729.5);
        assertThat(roi.runCost().value()).as("1.5 h x 80").isEqualTo(120.0);
        assertThat(roi.paybackMonths().value()).isEqualTo(120.0 / 729.5);
        assertThat(roi.computeBefore().origin()).isEqualTo("instances x price of an hour x 730 h");
    }

    @Test
    void withoutAMeasuredCapacityNothingIsSavedThatAnybodyKnows() {
        var roi = new CostModel(
                        Prices.of(ALL, NOTHING_USUAL), PEAK, Known.of(100, "stress"), Known.not("no stress test"), DISK)
                .roi();

        assertThat(roi.computeBefore().value()).isEqualTo(1460.0);
        assertThat(roi.computeAfter()).isEqualTo(Known.not("no stress test"));
        assertThat(roi.savedPerMonth()).isEqualTo(Known.not("no stress test"));
        assertThat(roi.paybackMonths()).isEqualTo(Known.not("no stress test"));
        assertThat(roi.runCost().value()).isEqualTo(120.0);
    }

    @Test
    void aPriceThatNobodySaysIsNotInvented() {
        var roi = new CostModel(
                        Prices.of(Costs.UNKNOWN, NOTHING_USUAL), PEAK, Known.of(100, "s"), Known.of(200, "s"), DISK)
                .roi();

        assertThat(roi.savedPerMonth().value()).isNull();
        assertThat(roi.savedPerMonth().origin()).contains("costs.instances", "target's file");
        assertThat(roi.storageAdded().origin()).contains("costs.storageGbMonth");
        assertThat(roi.runCost().value()).isNull();
    }

    @Test
    void aPriceForAllTargetsStandsInAndTheFileGoesAhead() {
        var usual = new CostProperties("EUR", 1.0, 1.0, 100.0, 2.0);

        assertThat(Prices.of(Costs.UNKNOWN, usual).instanceHour())
                .isEqualTo(Known.of(1, "perfloop.costs of the workers"));
        assertThat(Prices.of(ALL, usual).instanceHour().value()).isEqualTo(0.5);
        assertThat(Prices.of(Costs.UNKNOWN, usual).currency()).isEqualTo("EUR");
    }

    @Test
    void whatOnlyTakesDiskNeverPaysBack() {
        var roi =
                new CostModel(Prices.of(ALL, NOTHING_USUAL), PEAK, Known.of(100, "s"), Known.of(100, "s"), DISK).roi();

        assertThat(roi.savedPerMonth().value()).isEqualTo(-0.5);
        assertThat(roi.paybackMonths().value()).isNull();
        assertThat(roi.paybackMonths().origin()).contains("Nothing is saved");
    }

    @Test
    void changesThatTakeNoDiskNeedNoPriceOfIt() {
        var roi = new CostModel(
                        Prices.of(Costs.UNKNOWN, NOTHING_USUAL),
                        PEAK,
                        Known.of(1, ""),
                        Known.of(1, ""),
                        Known.of(0, "none"))
                .roi();

        assertThat(roi.storageAdded().value()).isZero();
    }
}
