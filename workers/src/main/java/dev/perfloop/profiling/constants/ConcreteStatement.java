package dev.perfloop.profiling.constants;

import java.util.List;

/**
 * A normalised statement with constants in the place of its parameters.
 *
 * @param sql        may hold {@code ?} as an operator and {@code :} in a slice, which a driver would take for parameters
 * @param searchPath to be set in the transaction it runs in, as its names and types are found under it
 */
public record ConcreteStatement(Draw draw, String sql, String searchPath, List<Constant> constants) {

    /** True when there is a reason for each value. */
    public boolean isGrounded() {
        return constants.stream().allMatch(constant -> constant.from() != null);
    }
}
