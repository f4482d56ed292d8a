package dev.perfloop.report;

/**
 * What a run brought in money. Estimates from measured capacities and prices that people gave; what lacks either is not known.
 *
 * @param capacityBefore  arrivals a second that all instances hold together
 * @param instancesBefore instances that the peak load needs
 * @param computeBefore   their price a month
 * @param storageAdded    price a month of what the kept changes take on disk
 * @param savedPerMonth   what the kept changes save, less their storage; below 0 when they cost more
 * @param runCost         price of the work that people had with the run
 * @param paybackMonths   until what is saved has paid for the work
 */
record Roi(
        String currency,
        Known capacityBefore,
        Known capacityAfter,
        Known instancesBefore,
        Known instancesAfter,
        Known computeBefore,
        Known computeAfter,
        Known storageAdded,
        Known savedPerMonth,
        Known runCost,
        Known paybackMonths) {}
