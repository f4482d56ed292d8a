package dev.perfloop.local.dist;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the progress Maven prints for a terminal: {@code Progress (2): 45/299 MB | 3.1 kB}. */
final class TransferProgress {
    private static final Pattern LINE = Pattern.compile("Progress \\(\\d+\\): (.+)");
    private static final Pattern TRANSFER =
            Pattern.compile("([\\d.]+)(?: ?([kMG]?B))?/([\\d.]+) ?([kMG]?B)", Pattern.CASE_INSENSITIVE);

    private TransferProgress() {}

    /** @param bytes of @param total that have arrived of the largest file under way */
    record Transfer(long bytes, long total) {
        int percent() {
            return total == 0 ? 0 : (int) Math.min(100, 100 * bytes / total);
        }

        String detail() {
            return "%.0f of %.0f MB".formatted(bytes / 1e6, total / 1e6);
        }
    }

    static Optional<Transfer> read(String line) {
        Matcher progress = LINE.matcher(line);
        if (!progress.find()) {
            return Optional.empty();
        }
        return TRANSFER.matcher(progress.group(1))
                .results()
                .map(TransferProgress::transfer)
                .max((a, b) -> Long.compare(a.total(), b.total()));
    }

    private static Transfer transfer(MatchResult found) {
        String totalUnit = found.group(4);
        String unit = found.group(2) == null ? totalUnit : found.group(2);
        return new Transfer(bytes(found.group(1), unit), bytes(found.group(3), totalUnit));
    }

    private static long bytes(String number, String unit) {
        double factor = switch (unit.toLowerCase(Locale.ROOT)) {
            case "kb" -> 1e3;
            case "mb" -> 1e6;
            case "gb" -> 1e9;
            default -> 1;
        };
        return Math.round(Double.parseDouble(number) * factor);
    }
}
