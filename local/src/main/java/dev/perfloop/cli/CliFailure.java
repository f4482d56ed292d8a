package dev.perfloop.cli;

/** Something a person can mend: printed as one message, exit code 2. */
public class CliFailure extends RuntimeException {
    private final String mend;

    public CliFailure(String message, String mend) {
        super(message);
        this.mend = mend;
    }

    public String mend() {
        return mend;
    }
}
