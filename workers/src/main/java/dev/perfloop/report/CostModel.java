package dev.perfloop.report;

/**
 * Before and after in money.
 *
 * <p>Instances: a service saturates at 1 / D, with D the demand of a request at its busiest resource; k instances share it, so that
 * they saturate at k / D (asymptotic bounds; Lazowska, Zahorjan, Graham, Sevcik: Quantitative System Performance, 1984, chapter 5).
 * So with c the rate measured at k instances, a peak of p needs k p / c of them, rounded up. That holds while the instances are the
 * bottleneck; where the database is, more instances help less than this, and the figure before is too low.
 *
 * @param peakRate      arrivals a second of the peak profile; not known without the target's file
 * @param before        rate at which the unchanged target broke
 * @param after         rate at which the changed one did
 * @param addedBytes    what the kept changes take on disk
 */
record CostModel(Prices prices, Known peakRate, Known before, Known after, Known addedBytes) {
    /** 8760 hours of a year over 12: what clouds bill as a month. */
    static final double HOURS_A_MONTH = 730;

    private static final double GB = 1e9;

    Roi roi() {
        var instancesBefore = instances(before);
        var instancesAfter = instances(after);
        var computeBefore = compute(instancesBefore);
        var computeAfter = compute(instancesAfter);
        var storage = addedBytes.value() != null && addedBytes.value() == 0
                ? Known.of(0, addedBytes.origin())
                : addedBytes.with(
                        prices.storageGbMonth(),
                        (bytes, price) -> bytes / GB * price,
                        "bytes (" + addedBytes.origin() + ") / 10^9 x price of a GB");
        var saved = computeBefore
                .with(computeAfter, (was, is) -> was - is, "compute before - compute after")
                .with(storage, (compute, disk) -> compute - disk, "compute before - compute after - storage added");
        var runCost = prices.engineerHours()
                .with(prices.engineerHour(), (hours, price) -> hours * price, "hours of work x price of an hour");
        return new Roi(
                prices.currency(),
                before,
                after,
                instancesBefore,
                instancesAfter,
                computeBefore,
                computeAfter,
                storage,
                saved,
                runCost,
                payback(runCost, saved));
    }

    private Known instances(Known capacity) {
        return prices.instances()
                .with(peakRate, (instances, peak) -> instances * peak, "instances x peak rate")
                .with(
                        capacity,
                        (demand, holds) -> Math.ceil(demand / holds),
                        "instances x peak rate / capacity, rounded up");
    }

    private Known compute(Known instances) {
        return instances.with(
                prices.instanceHour(),
                (count, price) -> count * price * HOURS_A_MONTH,
                "instances x price of an hour x 730 h");
    }

    private static Known payback(Known runCost, Known saved) {
        if (saved.value() != null && saved.value() <= 0) {
            return Known.not("Nothing is saved in money that could pay for the work.");
        }
        return runCost.with(saved, (cost, perMonth) -> cost / perMonth, "price of the work / saved a month");
    }
}
