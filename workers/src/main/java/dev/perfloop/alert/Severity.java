package dev.perfloop.alert;

/** How bad it is; the later the worse. */
enum Severity {
    WARNING,
    CRITICAL;

    Severity worse(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
