package dev.perfloop.change.watch;

import dev.perfloop.target.Target;
import java.util.Optional;

/** Opens probes. */
interface Probes {

    /** Empty when the target's scenario has no request that only reads. */
    Optional<Probe> of(Target target);
}
