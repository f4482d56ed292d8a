package dev.perfloop.change;

import dev.perfloop.target.TargetRefused;

/** The target took a statement and yet is not as it should be then. */
class WithoutEffect extends TargetRefused {
    WithoutEffect(String message, String mend) {
        super(message, mend);
    }
}
