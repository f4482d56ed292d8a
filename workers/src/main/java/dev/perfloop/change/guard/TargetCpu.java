package dev.perfloop.change.guard;

import dev.perfloop.target.Target;
import java.util.List;
import java.util.OptionalDouble;

/** Where the CPU of a target's machines can be read. */
interface TargetCpu {

    /** One reading of the share of a machine's CPUs that is in use, 0 to 1. */
    interface Gauge {
        /** Of what, as a noun phrase. */
        String of();

        /** Empty when it tells nothing just now. */
        OptionalDouble share();
    }

    List<Gauge> of(Target target);
}
