package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.IndexSearch;
import dev.perfloop.optimization.indexes.Limits;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.whatif.Answer;
import dev.perfloop.profiling.whatif.WhatIf;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds the set of indexes for a run's workload by asking its target's planner. */
@Service
public class IndexSets {
    /** The best that was found by then is the answer: nobody waits a minute for a set for five statements. */
    private static final Duration SEARCH = Duration.ofSeconds(4);

    private static final Duration SEARCH_FOR_EACH = Duration.ofMillis(400);
    private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(10);
    private static final int WIDEST = 4;
    /** So that a small database is not denied an index for its size. */
    private static final double LEAST_BUDGET = 16 << 20;

    private final Profiles profiles;
    private final Runs runs;
    private final WhatIf whatIf;

    IndexSets(Profiles profiles, Runs runs, WhatIf whatIf) {
        this.profiles = profiles;
        this.runs = runs;
        this.whatIf = whatIf;
    }

    /** @param proposed indexes that are to be in it unless others serve better */
    public Answer<IndexSet> best(RunId run, List<CreateIndex> proposed) {
        var demand = new WorkloadDemand(profiles.of(run), profiles.plansOf(run));
        if (demand.isEmpty()) {
            return new Answer.Silent<>("no statement over a table of any size has a plan", "");
        }
        double share = runs.targetOf(run).guards().maxIndexStorage();
        double tables =
                demand.indexable().stream().mapToDouble(TableFacts::sizeBytes).sum();
        double budget = Math.max(LEAST_BUDGET, share * tables);
        var found = whatIf.asking(
                run, demand.touched(), pretence -> search(new Pricing(demand, pretence), proposed, budget));
        return switch (found) {
            case Answer.Told<IndexSet>(IndexSet set) -> new Answer.Told<>(rehearsed(run, demand, set, proposed));
            case Answer.Silent<IndexSet> silent -> silent;
        };
    }

    private static IndexSet search(Pricing pricing, List<CreateIndex> proposed, double budget) {
        List<CreateIndex> seeds = proposed.stream().filter(pricing::canPretend).toList();
        var limits = new Limits(
                budget,
                WIDEST,
                SEARCH.plus(
                        SEARCH_FOR_EACH.multipliedBy(pricing.demand().queries().size())));
        return pricing.described(IndexSearch.best(pricing.demand(), pricing.prices(), limits, seeds), proposed, budget);
    }

    private IndexSet rehearsed(RunId run, WorkloadDemand workload, IndexSet set, List<CreateIndex> proposed) {
        if (set.members().isEmpty()) {
            return set;
        }
        var outcome = whatIf.rehearsing(
                run,
                workload.touched(),
                copy -> new Rehearsal(copy, set.members(), LONGEST_REHEARSAL).of(workload.statements(), set::worth));
        return switch (outcome) {
            case Answer.Silent<Rehearsal.Outcome> notRun -> set;
            case Answer.Told<Rehearsal.Outcome>(Rehearsal.Outcome told)
            when told.dropped().isEmpty() -> set.rehearsed(told.measured(), List.of());
            case Answer.Told<Rehearsal.Outcome>(Rehearsal.Outcome told) ->
                without(run, workload, set, told, proposed).rehearsed(told.measured(), told.dropped());
        };
    }

    private IndexSet without(
            RunId run, WorkloadDemand workload, IndexSet set, Rehearsal.Outcome told, List<CreateIndex> proposed) {
        var again = whatIf.asking(run, workload.touched(), pretence -> {
            var pricing = new Pricing(workload, pretence);
            return pricing.described(pricing.selection(told.kept()), proposed, set.budgetBytes());
        });
        return switch (again) {
            case Answer.Told<IndexSet>(IndexSet smaller) -> smaller;
            case Answer.Silent<IndexSet> silent -> set.having(told.kept());
        };
    }
}
