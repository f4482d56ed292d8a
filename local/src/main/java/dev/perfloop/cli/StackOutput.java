package dev.perfloop.cli;

import dev.perfloop.local.StackListener;
import dev.perfloop.local.StackUrls;
import java.time.Duration;
import java.util.Locale;

/** Shows a stack's coming up. */
final class StackOutput implements StackListener {
    private final Screen screen;

    StackOutput(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void progress(String step, int percent, String detail) {
        screen.progress(step, percent, detail);
    }

    @Override
    public void finished(String step, Duration took) {
        screen.line(String.format(Locale.ROOT, "  ok      %-26s %6.1f s", step, took.toMillis() / 1000.0));
    }

    @Override
    public void note(String message) {
        screen.line("  note    " + message);
    }

    void ready(StackUrls urls) {
        screen.line("  Perfloop   " + urls.ui() + "   (operator/operator, approver/approver)");
        urls.operate()
                .ifPresent(operate -> screen.line(
                        "  Operate    " + operate + "   (" + StackUrls.OPERATE_LOGIN + "; comes up within a minute)"));
    }
}
