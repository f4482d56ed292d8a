package dev.perfloop.validation;

/**
 * What noise is a matter of besides the load itself.
 *
 * @param cpus     processors of the machine that drives the load
 * @param postgres version of the target's server; empty when it is not known
 */
record LoadSurroundings(int cpus, String postgres) {
    /** Not known is not another. */
    boolean mayBe(LoadSurroundings other) {
        return cpus == other.cpus
                && (postgres.isEmpty() || other.postgres.isEmpty() || postgres.equals(other.postgres));
    }
}
