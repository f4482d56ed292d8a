package dev.perfloop.optimization;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Findings;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.UnforeseenIndexes;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.pricing.IndexSet;
import dev.perfloop.optimization.pricing.IndexSets;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.whatif.Answer;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Tries what can be tried cheaply before it is proposed: which indexes the target's own planner would use, and which set of them
 * serves all statements best. What it would not use is not proposed.
 */
@Service
class Trials {
    private final Findings findings;
    private final IndexSets sets;
    private final UnforeseenIndexes unforeseen;
    private final Profiles profiles;
    private final BlindSpots blindSpots;

    Trials(Findings findings, IndexSets sets, UnforeseenIndexes unforeseen, Profiles profiles, BlindSpots blindSpots) {
        this.findings = findings;
        this.sets = sets;
        this.unforeseen = unforeseen;
        this.profiles = profiles;
        this.blindSpots = blindSpots;
    }

    /** How many statements the set was made for; 0 when nothing could be tried. */
    int attempt(RunId run) {
        List<Finding> indexes = findings.proposable(run).stream()
                .filter(finding -> finding.proposal() instanceof Proposal.CreateIndex)
                .toList();
        if (indexes.isEmpty()) {
            return 0;
        }
        List<CreateIndex> proposed =
                indexes.stream().flatMap(Reconsidered::index).distinct().toList();
        return switch (sets.best(run, proposed)) {
            case Answer.Told<IndexSet>(IndexSet set) -> {
                take(run, indexes, set);
                yield set.considered();
            }
            case Answer.Silent<IndexSet>(String why, String mend) -> {
                blindSpots.add(
                        run,
                        "whether PostgreSQL would use the proposed indexes, and which set serves all statements best",
                        why,
                        mend);
                yield 0;
            }
        };
    }

    private void take(RunId run, List<Finding> proposing, IndexSet set) {
        profiles.save(run, set);
        Set<CreateIndex> taken = new HashSet<>();
        List<Finding> revised = proposing.stream()
                .map(finding -> new Reconsidered(set).of(finding))
                .toList();
        revised.stream().flatMap(Reconsidered::index).forEach(taken::add);
        findings.revise(run, revised);
        List<Finding> more = set.members().stream()
                .filter(member -> !taken.contains(member.index()))
                .flatMap(member -> unforeseen(run, set, member).stream())
                .toList();
        if (!more.isEmpty()) {
            findings.add(run, more);
        }
    }

    private Optional<Finding> unforeseen(RunId run, IndexSet set, IndexSet.Member member) {
        return member.serves().stream()
                .flatMap(id -> set.of(id).stream())
                .flatMap(told -> unforeseen
                        .finding(
                                run,
                                Long.parseLong(told.queryId()),
                                Proposals.of(member.index()),
                                set.how(),
                                told.before(),
                                told.after())
                        .stream())
                .findFirst();
    }
}
