package dev.perfloop.profiling;

import dev.perfloop.profiling.ObservabilityOffers.Extension;
import dev.perfloop.profiling.ObservabilityOffers.Offer;
import dev.perfloop.profiling.postgres.RightsRepository.Rights;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out what a target's database lets us see. What it does not is said with its mend, and offered where it is a setting. */
@Component
class DatabaseObservability {
    /** @param off the value with which it tells nothing */
    private record Telling(String parameter, String off, String on, String shows) {}

    private static final List<Telling> TELLING = List.of(
            new Telling("track_io_timing", "off", "on", "time spent reading and writing blocks"),
            new Telling(
                    "compute_query_id", "off", "auto", "which statement is which: nothing is counted for any of them"),
            new Telling("pg_stat_statements.track", "none", "top", "what each statement costs"),
            new Telling("pg_stat_statements.track_planning", "off", "on", "time spent planning statements"),
            new Telling("track_activities", "off", "on", "what sessions do and wait for"),
            new Telling(
                    "track_counts", "off", "on", "how tables and indexes are used; without it there is no autovacuum"));

    private final TargetStatisticsRepository statistics;
    private final TargetParametersRepository parameters;
    private final Profiles profiles;
    private final BlindSpots blindSpots;

    DatabaseObservability(
            TargetStatisticsRepository statistics,
            TargetParametersRepository parameters,
            Profiles profiles,
            BlindSpots blindSpots) {
        this.statistics = statistics;
        this.parameters = parameters;
        this.profiles = profiles;
        this.blindSpots = blindSpots;
    }

    void check(RunId run, Target target) {
        Rights rights = statistics.rights(target);
        profiles.save(run, parameters.rights(target));
        lacks(rights, target.database().user())
                .forEach(lack -> blindSpots.add(run, lack.what(), lack.why(), lack.mend()));
        List<Offer> offers = new ArrayList<>();
        TELLING.stream()
                .filter(it -> it.off().equals(rights.telling().get(it.parameter())))
                .forEach(it -> offers.add(offer(run, it, rights)));
        List<Extension> extensions = parameters.extensionsToCreate(target).stream()
                .filter(it -> rights.statementsLoaded() || !it.name().equals("pg_stat_statements"))
                .toList();
        profiles.save(run, new ObservabilityOffers(List.copyOf(offers), extensions));
    }

    /** What our role does not see whatever the server tells. */
    private static Stream<Lack> lacks(Rights rights, String role) {
        return Stream.of(statements(rights), statistics(rights, role), tables(rights, role))
                .flatMap(Optional::stream);
    }

    static Optional<Lack> statistics(Rights rights, String role) {
        return rights.seesAllStatistics()
                ? Optional.empty()
                : Optional.of(new Lack(
                        "statements of other roles, their locks and open transactions",
                        "role " + role + " may not read their statistics",
                        "GRANT pg_monitor TO " + role + ";"));
    }

    static Optional<Lack> tables(Rights rights, String role) {
        List<String> closed = rights.unreadableTables();
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lack(
                        "column statistics and plans on " + String.join(", ", closed),
                        "role " + role + " may not read these tables",
                        "GRANT pg_read_all_data TO " + role + ";"));
    }

    static Optional<Lack> statements(Rights rights) {
        String what = "which statement takes the time, so that no finding can name one";
        if (!rights.statementsLoaded()) {
            return Optional.of(new Lack(
                    what,
                    "the server does not load pg_stat_statements",
                    "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'; (after those that are there), restart "
                            + "PostgreSQL, then in the target's database: CREATE EXTENSION pg_stat_statements;"));
        }
        return rights.statementsCreated()
                ? Optional.empty()
                : Optional.of(new Lack(
                        what,
                        "the target's database has no pg_stat_statements",
                        "CREATE EXTENSION pg_stat_statements;"));
    }

    private Offer offer(RunId run, Telling telling, Rights rights) {
        String command =
                "ALTER SYSTEM SET %s = %s; SELECT pg_reload_conf();".formatted(telling.parameter(), telling.on());
        blindSpots.add(run, telling.shows(), telling.parameter() + " is " + telling.off(), command);
        return new Offer(
                telling.parameter(),
                telling.on(),
                telling.off(),
                telling.shows(),
                command,
                rights.settable().contains(telling.parameter()));
    }
}
