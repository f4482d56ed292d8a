package dev.perfloop.profiling.constants;

import java.util.List;

/** What came of looking for constants. */
public sealed interface Sampled {

    /** @param statements the common draw first; one alone where both draws give the same, as without parameters */
    record Concrete(List<ConcreteStatement> statements) implements Sampled {
        public ConcreteStatement common() {
            return statements.getFirst();
        }
    }

    /** @param why as PostgreSQL says it */
    record Impossible(String why) implements Sampled {}
}
