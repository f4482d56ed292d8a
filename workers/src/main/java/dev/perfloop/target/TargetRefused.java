package dev.perfloop.target;

import dev.perfloop.camunda.Remedy;

/** The target, or its description, does not let us; only a person can mend it. */
public class TargetRefused extends RuntimeException implements Remedy {
    private final String mend;

    public TargetRefused(String message, String mend) {
        super(message);
        this.mend = mend;
    }

    @Override
    public String mend() {
        return mend;
    }

    @Override
    public boolean worthRetrying() {
        return false;
    }
}
