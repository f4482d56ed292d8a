package dev.perfloop.target;

/** Another session holds a lock for longer than the guards let us wait; trying again a little later may help. */
public class LockNotAvailable extends TargetUnavailable {
    public LockNotAvailable(String statement, Throwable cause) {
        super(
                "No lock within the lock timeout for: " + statement + ".",
                "End the long transaction that holds it, or wait for a quieter time; then retry.",
                cause);
    }
}
