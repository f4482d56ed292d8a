package dev.perfloop.analysis;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.ConcretePlans;
import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.ObservabilityOffers;
import dev.perfloop.profiling.ParameterRights;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.StatementPlan;
import java.util.List;

/** What was captured beside the statement statistics; each part is its NONE when it could not be. */
public record Captured(
        List<StatementPlan> plans,
        ServerFacts server,
        CallsPerRequest calls,
        JvmFacts jvm,
        HostFacts host,
        ObservabilityOffers offers,
        ParameterRights rights,
        ConcretePlans concrete) {
    public static final Captured NOTHING = new Captured(
            List.of(), ServerFacts.NONE, CallsPerRequest.NONE, JvmFacts.NONE, HostFacts.NONE, ObservabilityOffers.NONE);

    public Captured(
            List<StatementPlan> plans,
            ServerFacts server,
            CallsPerRequest calls,
            JvmFacts jvm,
            HostFacts host,
            ObservabilityOffers offers) {
        this(plans, server, calls, jvm, host, offers, ParameterRights.NONE, ConcretePlans.NONE);
    }

    public Captured(
            List<StatementPlan> plans,
            ServerFacts server,
            CallsPerRequest calls,
            JvmFacts jvm,
            HostFacts host,
            ObservabilityOffers offers,
            ParameterRights rights) {
        this(plans, server, calls, jvm, host, offers, rights, ConcretePlans.NONE);
    }

    public Captured with(List<StatementPlan> others) {
        return new Captured(others, server, calls, jvm, host, offers, rights, concrete);
    }
}
