package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.Collector;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.JmxAccess;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Records the service's JVM while the load is at work. */
@Component
class JfrCollector implements Collector {
    /** Longer than any profiling load; by then the step that wanted it is over or was taken over. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final Pattern HOSTS = Pattern.compile("//([^/?]+)");
    private static final int DEFAULT_PORT = 5432;

    private final Profiles profiles;
    private final BlindSpots blindSpots;

    JfrCollector(Profiles profiles, BlindSpots blindSpots) {
        this.profiles = profiles;
        this.blindSpots = blindSpots;
    }

    @Override
    public String subject() {
        return JvmFacts.SUBJECT;
    }

    @Override
    public Watch begin(RunId run, Target target) {
        if (!(target.jmx() instanceof JmxAccess access)) {
            var unnamed = JmxKnock.unnamed();
            return unseen(run, unnamed.why(), unnamed.mend());
        }
        try {
            return new JfrWatch(
                    access,
                    "perfloop " + target.name(),
                    LONGEST,
                    databases(target.database().url()),
                    part -> profiles.save(run, part),
                    missed -> blindSpots.add(run, JvmFacts.SUBJECT, missed, ""));
        } catch (NoJmx refused) {
            return unseen(run, refused.why(), refused.mend());
        }
    }

    private Watch unseen(RunId run, String why, String mend) {
        profiles.save(run, JvmFacts.unseen(why, mend));
        blindSpots.add(run, JvmFacts.SUBJECT, why, mend);
        return new Watch() {
            @Override
            public void sample(Instant at) {}

            @Override
            public void finish() {}
        };
    }

    /** Its addresses as the service may see them: the port alone where it is not a usual web port. */
    static Set<String> databases(String jdbcUrl) {
        Set<String> addresses = new TreeSet<>();
        var hosts = HOSTS.matcher(jdbcUrl);
        if (hosts.find()) {
            for (String host : hosts.group(1).split(",")) {
                int colon = host.lastIndexOf(':');
                boolean named = colon > host.lastIndexOf(']');
                int port = named ? Integer.parseInt(host.substring(colon + 1)) : DEFAULT_PORT;
                addresses.add((named ? host.substring(0, colon) : host) + ":" + port);
                addresses.add(":" + port);
            }
        }
        return addresses;
    }
}
