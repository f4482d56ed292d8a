package dev.perfloop.change.guard;

import dev.perfloop.target.Target;
import java.util.List;
import java.util.OptionalDouble;

/** A machine whose CPU is what the test says; nobody tells of it before it said something. */
public final class SaidCpu implements TargetCpu {
    private volatile OptionalDouble said = OptionalDouble.empty();

    public void says(double share) {
        said = OptionalDouble.of(share);
    }

    @Override
    public List<Gauge> of(Target target) {
        return List.of(new Gauge() {
            @Override
            public String of() {
                return "the test's machine";
            }

            @Override
            public OptionalDouble share() {
                return said;
            }
        });
    }
}
