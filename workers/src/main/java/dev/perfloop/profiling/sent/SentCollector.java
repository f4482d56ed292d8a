package dev.perfloop.profiling.sent;

import dev.perfloop.profiling.Collector;
import dev.perfloop.profiling.Literals;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.postgres.StatementsRepository;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Samples what sessions send and keeps the constants in it that never change; texts may hold people's data and are forgotten. */
@Component
class SentCollector implements Collector {
    private final TargetDatabase.Door door;
    private final Profiles profiles;
    private final BlindSpots blindSpots;

    SentCollector(TargetDatabase.Door door, Profiles profiles, BlindSpots blindSpots) {
        this.door = door;
        this.profiles = profiles;
        this.blindSpots = blindSpots;
    }

    @Override
    public String subject() {
        return "constants in the service's statements";
    }

    @Override
    public Watch begin(RunId run, Target target) {
        var sightings = new Sightings();
        return new Watch() {
            @Override
            public void sample(Instant at) {
                try {
                    List<Sighting> sent = door.of(target).read(jdbc -> new SentRepository(jdbc).sightings());
                    sightings.add(sent);
                } catch (TargetUnavailable busy) {
                    // As may happen under load; who counts the samples says so when there are too few.
                }
            }

            @Override
            public void finish() {
                if (sightings.none()) {
                    blindSpots.add(
                            run,
                            subject(),
                            "no session's statement could be read, so indexes for one constant are not looked for",
                            "GRANT pg_monitor TO " + target.database().user()
                                    + "; and keep compute_query_id at auto or on.");
                }
                profiles.save(run, new Literals(sightings.literals(texts(target, sightings))));
            }
        };
    }

    private Map<Long, String> texts(Target target, Sightings sightings) {
        return door.of(target).read(jdbc -> {
            var statements = new StatementsRepository(jdbc);
            return statements
                    .extensionSchema()
                    .map(schema -> statements.texts(schema, sightings.queryIds()))
                    .orElse(Map.of());
        });
    }
}
