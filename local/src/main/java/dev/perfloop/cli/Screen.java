package dev.perfloop.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A terminal that shows one moving line under the lines that stay; elsewhere, as in a log file, only lines. */
final class Screen {
    private static final int BAR = 24;
    private static final int WIDTH = 110;

    private final PrintStream out;
    private final boolean moving;
    private String last = "";
    private final Map<String, Integer> tenths = new HashMap<>();

    private Screen(PrintStream out, boolean moving) {
        this.out = out;
        this.moving = moving;
    }

    /** The launcher knows whether standard error is a terminal; a JDK 21 cannot tell. */
    static Screen of(PrintStream out) {
        return new Screen(out, Boolean.getBoolean("perfloop.terminal"));
    }

    /** A line that stays. */
    synchronized void line(String text) {
        clear();
        out.println(text);
        last = "";
    }

    /** The moving line; where nothing can move, a line every tenth of the way. */
    synchronized void progress(String what, int percent, String detail) {
        int filled = Math.clamp(percent, 0, 100) * BAR / 100;
        String text = String.format(
                Locale.ROOT,
                "  %-26s [%s%s] %3d %%  %s",
                what,
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                percent,
                detail);
        if (moving) {
            clear();
            last = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            out.print(last);
            out.flush();
        } else if (!Integer.valueOf(percent / 10).equals(tenths.put(what, percent / 10))) {
            out.println(text);
        }
    }

    private void clear() {
        if (moving && !last.isEmpty()) {
            out.print("\r" + " ".repeat(last.length()) + "\r");
        }
    }
}
