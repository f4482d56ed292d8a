package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Proposal.CodeAdvice;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a cache for one question would be kept true: who fills it, what ends an entry, how often that happens. */
final class CacheDesign {
    private static final int MOST_WRITERS = 6;

    private CacheDesign() {}

    static CodeAdvice of(
            StatementFacts statement,
            double perRequest,
            HitRatio hits,
            List<TableFacts> tables,
            List<StatementFacts> writers,
            Workload workload) {
        boolean writeThrough = hits.isWrittenOften();
        String within = perRequest < 2
                ? ""
                : String.format(
                        Locale.ROOT,
                        "**First of all** one request asks it %.0f times: ask once and hand the result on (a local variable, or a "
                                + "request-scoped bean).%n%n",
                        perRequest);
        String design = writeThrough ? """
                **Write-through**: what it reads changes often (%.3g times a second), so whoever writes puts the new value into \
                the cache in the same transaction's `afterCommit` (`@CachePut`, or `TransactionSynchronization`), instead of only \
                emptying it.""".formatted(hits.writesPerSecond()) : """
                **Cache-aside**: the reader looks into the cache, asks the database on a miss and fills it; the writers empty it \
                after their commit.
                ```java
                @Cacheable(cacheNames = "answers", sync = true)   // sync: one reader fills, the others wait (no stampede)
                Answer answer() { ... }

                @CacheEvict(cacheNames = "answers", allEntries = true)
                void write(...) { ... }
                ```
                With Caffeine: `maximumSize=1000,expireAfterWrite=60s`; `refreshAfterWrite` keeps hot entries warm.""";
        return new CodeAdvice(
                writeThrough
                        ? "Cache the answer, written through by its writers"
                        : "Cache the answer, emptied by its writers",
                within + design + "\n\n" + ends(tables, writers, workload) + "\n\n" + forecast(hits, perRequest)
                        + "\n\nWith several instances of the service let writes tell all of them (`LISTEN`/`NOTIFY`, or a shared "
                        + "cache), or accept answers as old as the expiry. Whether a slightly old answer is good enough is for "
                        + "the owner to say.");
    }

    private static String ends(List<TableFacts> tables, List<StatementFacts> writers, Workload workload) {
        String names = tables.stream()
                .map(table -> "`" + table.schema() + "." + table.name() + "`")
                .collect(Collectors.joining(", "));
        if (tables.isEmpty()) {
            return "**What ends an entry**: the tables it reads could not be told from its text (a view or a function?); use an "
                    + "expiry until they are known.";
        }
        if (writers.isEmpty()) {
            return "**What ends an entry**: a write to " + names
                    + "; under this load no statement of the service wrote there.";
        }
        double seconds = Math.max(1, workload.seconds());
        return "**What ends an entry**: a write to " + names + ", by\n"
                + writers.stream()
                        .limit(MOST_WRITERS)
                        .map(writer -> String.format(
                                Locale.ROOT,
                                "- `%s` (%.3g times a second)",
                                Shown.shortly(writer.query()),
                                writer.calls() / seconds))
                        .collect(Collectors.joining("\n"));
    }

    private static String forecast(HitRatio hits, double perRequest) {
        return String.format(
                Locale.ROOT,
                "**Forecast**: emptied by every write and kept for 60 s at most it answers %.0f %% of the calls, kept for 1 s "
                        + "%.0f %%; with the expiry of 60 s alone %.0f %%.%s",
                100 * hits.keptFor(HitRatio.LONG_SECONDS),
                100 * hits.keptFor(HitRatio.SHORT_SECONDS),
                100 * hits.agedOnly(HitRatio.LONG_SECONDS),
                perRequest < 2
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " Asking once a request alone spares %.0f %%.",
                                100 * (1 - 1 / perRequest)));
    }
}
