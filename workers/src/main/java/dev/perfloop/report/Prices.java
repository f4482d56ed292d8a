package dev.perfloop.report;

import dev.perfloop.target.Costs;
import org.jspecify.annotations.Nullable;

/** What things cost, the target's file ahead of the settings of the workers. */
record Prices(
        String currency,
        Known instances,
        Known instanceHour,
        Known storageGbMonth,
        Known engineerHour,
        Known engineerHours) {

    static Prices of(Costs said, CostProperties usual) {
        return new Prices(
                said.currency() == null ? usual.currency() : said.currency(),
                price("instances", said.instances(), null),
                price("instanceHour", said.instanceHour(), usual.instanceHour()),
                price("storageGbMonth", said.storageGbMonth(), usual.storageGbMonth()),
                price("engineerHour", said.engineerHour(), usual.engineerHour()),
                price("engineerHours", said.engineerHours(), usual.engineerHours()));
    }

    private static Known price(String name, @Nullable Double said, @Nullable Double usual) {
        if (said != null) {
            return Known.of(said, "costs." + name + " of the target's file");
        }
        return usual == null
                ? Known.not("Nobody says costs." + name + ": add it to the target's file.")
                : Known.of(usual, "perfloop.costs of the workers");
    }
}
