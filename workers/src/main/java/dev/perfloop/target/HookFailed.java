package dev.perfloop.target;

/** A hook of the target did not do what it was asked. */
public class HookFailed extends TargetRefused {
    private final boolean refused;

    /** @param refused whether it answered, and said no: otherwise it may still do it */
    public HookFailed(String message, String mend, boolean refused) {
        super(message, mend);
        this.refused = refused;
    }

    public boolean refused() {
        return refused;
    }
}
