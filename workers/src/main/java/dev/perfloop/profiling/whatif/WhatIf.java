package dev.perfloop.profiling.whatif;

import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Asks the target's planner what it would do with indexes that are not there: by HypoPG where the target has it, otherwise on
 * temporary copies of a part of its tables. Neither changes anything that another session could notice.
 */
@Service
public class WhatIf {
    private final Profiles profiles;
    private final Runs runs;
    private final WhatIfRepository planner;

    WhatIf(Profiles profiles, Runs runs, WhatIfRepository planner) {
        this.profiles = profiles;
        this.runs = runs;
        this.planner = planner;
    }

    /** @param tables those that statements to be asked about go to */
    public <T> Answer<T> asking(RunId run, List<TableFacts> tables, Function<Pretence, T> questions) {
        var target = runs.targetOf(run);
        int version = version(run);
        boolean hypothetical = profiles.partOf(run, ServerFacts.class)
                .orElse(ServerFacts.NONE)
                .extensions()
                .contains("hypopg");
        return hypothetical
                ? told(target, () -> planner.pretended(target, version, questions))
                : copied(target, () -> planner.copied(target, version, CopyPlan.toAsk(tables), questions));
    }

    /** The same where statements are to be run, for which only copies will do. */
    public <T> Answer<T> rehearsing(RunId run, List<TableFacts> tables, Function<Pretence, T> questions) {
        var target = runs.targetOf(run);
        return copied(target, () -> planner.copied(target, version(run), CopyPlan.toRun(tables), questions));
    }

    private int version(RunId run) {
        return Integer.parseInt(profiles.of(run).settings().getOrDefault("server_version_num", "0"));
    }

    private static <T> Answer<T> copied(Target target, Supplier<Optional<T>> visit) {
        return target.guards().copies()
                ? told(target, visit)
                : new Answer.Silent<>(
                        "the target's file does not let its tables be copied in part, which is how it is tried without HypoPG",
                        "guards: { copies: true }");
    }

    private static <T> Answer<T> told(Target target, Supplier<Optional<T>> visit) {
        try {
            var answer = visit.get();
            return answer.<Answer<T>>map(Answer.Told::new)
                    .orElseGet(() -> new Answer.Silent<>(
                            "the target's database has no HypoPG, and no temporary copies of its tables could be made",
                            mend(target)));
        } catch (TargetRefused refused) {
            return new Answer.Silent<>(String.valueOf(refused.getMessage()), mend(target));
        }
    }

    private static String mend(Target target) {
        return "Install the package of HypoPG for its version, then: CREATE EXTENSION hypopg; or let temporary tables be made: "
                + "GRANT TEMPORARY ON DATABASE ... TO " + target.database().user() + ";";
    }
}
