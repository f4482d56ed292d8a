package dev.perfloop.target;

import dev.perfloop.camunda.Remedy;
import org.jspecify.annotations.Nullable;

/** The target does not answer; waiting may help. */
public class TargetUnavailable extends RuntimeException implements Remedy {
    private final String mend;

    public TargetUnavailable(String message, String mend, @Nullable Throwable cause) {
        super(message, cause);
        this.mend = mend;
    }

    @Override
    public String mend() {
        return mend;
    }

    @Override
    public boolean worthRetrying() {
        return true;
    }
}
