package dev.perfloop.analysis;

import dev.perfloop.analysis.Evidence.Link;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the chain of a finding's evidence from the outside in. */
public final class Chain {
    private static final int MOST_REQUESTS = 3;

    private final List<Link> links = new ArrayList<>();

    private Chain() {}

    /** From the users: the objectives that are missed. */
    public static Chain of(Workload workload) {
        var chain = new Chain();
        workload.missed().stream()
                .limit(MOST_REQUESTS)
                .forEach(missed -> chain.add(
                        LinkKind.REQUEST,
                        missed.request().isEmpty() ? "all requests" : missed.request(),
                        String.format(
                                Locale.ROOT,
                                "%s %s instead of at most %s",
                                missed.metric(),
                                Amount.of(missed.measured()),
                                Amount.of(missed.objective()))));
        return chain;
    }

    /** From the requests that run a statement to the statement. */
    public static Chain of(Workload workload, StatementFacts statement) {
        var chain = new Chain();
        var use = workload.useOf(statement);
        use.requests().stream()
                .limit(MOST_REQUESTS)
                .forEach(request -> chain.add(
                        LinkKind.REQUEST,
                        request,
                        String.format(
                                Locale.ROOT,
                                "%.1f ms in the mean, %s calls of the statement in each; %s",
                                workload.load().meanMs(request),
                                Amount.of(use.callsIn(request)),
                                use.said())));
        chain.links.add(new Link(
                LinkKind.STATEMENT,
                Inventory.shortened(statement.query()),
                String.format(
                        Locale.ROOT,
                        "%d calls of %s ms, %.0f %% of the database's time",
                        statement.calls(),
                        Amount.of(statement.meanMs()),
                        100 * statement.dbTimeShare()),
                Long.toString(statement.queryId())));
        return chain;
    }

    public Chain node(PlanNode node, long queryId) {
        links.add(new Link(
                LinkKind.PLAN_NODE,
                node.relation() == null ? node.type() : node.type() + " on " + node.schema() + "." + node.relation(),
                "cost " + Amount.of(node.totalCost()) + ", " + Amount.of(node.rows()) + " rows estimated",
                Long.toString(queryId)));
        return this;
    }

    public Chain table(TableFacts table, String shows) {
        return add(LinkKind.TABLE, table.schema() + "." + table.name(), shows);
    }

    public Chain add(LinkKind kind, String name, String shows) {
        links.add(new Link(kind, name, shows, null));
        return this;
    }

    public List<Link> links() {
        return List.copyOf(links);
    }
}
