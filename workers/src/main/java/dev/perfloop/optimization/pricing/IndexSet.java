package dev.perfloop.optimization.pricing;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.profiling.ProfilePart;
import java.util.List;
import java.util.Optional;

/**
 * The indexes that serve the whole workload best, as the planner sees it.
 *
 * @param how         the planner was asked
 * @param budgetBytes what they might take together
 * @param before      planned cost of the workload, each statement counted by the time it took
 * @param after       the same with the set, its upkeep included
 * @param considered  statements the set was made for
 * @param asked       questions the planner answered
 * @param proposed    what came of the indexes that findings asked for
 * @param measured    statements that were run on a copy without and with the set; empty where none could be
 * @param dropped     what was taken out of the set as it made a statement slower there
 */
public record IndexSet(
        String how,
        double budgetBytes,
        double before,
        double after,
        int considered,
        long asked,
        List<Member> members,
        List<Told> told,
        List<Proposed> proposed,
        List<Measured> measured,
        List<Dropped> dropped)
        implements ProfilePart {

    /**
     * @param bytes forecast
     * @param serves ids of the statements whose plans go through it
     */
    public record Member(CreateIndex index, String definition, double bytes, List<String> serves) {}

    /**
     * @param before planned cost of one call, as is {@code after}
     * @param share  of the workload's planned cost without the set, 0 to 1
     */
    public record Told(String queryId, double before, double after, double share) {}

    /**
     * @param possible false when it could not be pretended, or on a table that was not looked at
     * @param used     by some plan if it were the only one
     */
    public record Proposed(CreateIndex index, boolean possible, boolean used) {}

    /** Milliseconds of one call, on a copy of a part of the tables. */
    public record Measured(String queryId, double beforeMs, double afterMs) {
        /** So much slower is more than noise and worse than what the plan promised. */
        private static final double SLOWER = 1.5;

        /** Differences below are those of the machine. */
        private static final double LEAST_MS = 0.5;

        public boolean isSlower() {
            return afterMs > SLOWER * beforeMs && afterMs - beforeMs > LEAST_MS;
        }
    }

    public record Dropped(String definition, String why) {}

    public Optional<Dropped> droppedFor(CreateIndex index) {
        return dropped.stream()
                .filter(it -> it.definition().equals(index.pretended()))
                .findFirst();
    }

    public Optional<Measured> measuredOf(String queryId) {
        return measured.stream().filter(it -> it.queryId().equals(queryId)).findFirst();
    }

    public Optional<Proposed> proposal(CreateIndex index) {
        return proposed.stream().filter(it -> it.index().equals(index)).findFirst();
    }

    public Optional<Told> of(String queryId) {
        return told.stream().filter(it -> it.queryId().equals(queryId)).findFirst();
    }

    /** The member that the statement's plan goes through, on that table. */
    public Optional<Member> serving(String queryId, CreateIndex asked) {
        return members.stream()
                .filter(member -> member.index().table().equals(asked.table()))
                .filter(member -> member.serves().contains(queryId))
                .findFirst();
    }

    /** Planned cost it takes off the statements that go through it, as a share of the workload's. */
    double worth(Member member) {
        return told.stream()
                .filter(it -> member.serves().contains(it.queryId()) && it.before() > 0)
                .mapToDouble(it -> it.share() * (1 - it.after() / it.before()))
                .sum();
    }

    IndexSet rehearsed(List<Measured> run, List<Dropped> takenOut) {
        return new IndexSet(how, budgetBytes, before, after, considered, asked, members, told, proposed, run, takenOut);
    }

    IndexSet having(List<CreateIndex> kept) {
        return new IndexSet(
                how,
                budgetBytes,
                before,
                after,
                considered,
                asked,
                members.stream().filter(it -> kept.contains(it.index())).toList(),
                told,
                proposed,
                measured,
                dropped);
    }

    public double bytes() {
        return members.stream().mapToDouble(Member::bytes).sum();
    }
}
