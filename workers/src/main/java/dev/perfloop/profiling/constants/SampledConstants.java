package dev.perfloop.profiling.constants;

import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import org.springframework.stereotype.Service;

/** Constants for the parameters of statements, for those who are not in a transaction of the target's database already. */
@Service
public class SampledConstants {
    private final TargetDatabase.Door door;

    SampledConstants(TargetDatabase.Door door) {
        this.door = door;
    }

    /** @see ConstantsRepository#sample */
    public Sampled of(Target target, String statement, double rowsPerCall) {
        try {
            return door.of(target).read(jdbc -> new ConstantsRepository(jdbc).sample(statement, rowsPerCall));
        } catch (TargetRefused | TargetUnavailable | StatementFailed failure) {
            return new Sampled.Impossible(String.valueOf(failure.getMessage()));
        }
    }
}
