package dev.perfloop.local;

/** Something the user can mend: what is wrong, and what to do about it. Shown without a stack trace. */
public class StackTrouble extends RuntimeException {
    private final String mend;

    public StackTrouble(String message, String mend) {
        super(message);
        this.mend = mend;
    }

    public StackTrouble(String message, String mend, Throwable cause) {
        super(message, cause);
        this.mend = mend;
    }

    public String mend() {
        return mend;
    }
}
