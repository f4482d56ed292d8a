package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.Lack;
import dev.perfloop.target.JmxAccess;
import dev.perfloop.target.Target;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tries whether a target's JVM could be recorded, without recording it. */
@Component
public class JmxKnock {

    /** Empty when it could. */
    public Optional<Lack> lacking(Target target) {
        if (!(target.jmx() instanceof JmxAccess access)) {
            return Optional.of(lack(unnamed()));
        }
        try (var door = JmxDoor.open(access)) {
            return Optional.empty();
        } catch (NoJmx refused) {
            return Optional.of(lack(refused));
        }
    }

    static NoJmx unnamed() {
        return new NoJmx(
                "the target's file names no JMX address",
                "Start the service with " + JmxDoor.options(JmxAccess.open("127.0.0.1:9010"))
                        + " and add to the target's file: jmx: 127.0.0.1:9010");
    }

    private static Lack lack(NoJmx refused) {
        return new Lack(JvmFacts.SUBJECT, refused.why(), refused.mend());
    }
}
