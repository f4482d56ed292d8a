package dev.perfloop.contract.threshold;

/** How bad it is; the later the worse. */
public enum Severity {
    WARNING,
    CRITICAL;

    public Severity worse(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
