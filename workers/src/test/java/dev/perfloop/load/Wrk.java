package dev.perfloop.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator <a href="https://github.com/wg/wrk">wrk</a>, a closed model: it never waits for anything but answers. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final int CONNECTIONS = 64;

    private Wrk() {}

    static boolean isInstalled() throws InterruptedException {
        try {
            return run("-v").contains("wrk");
        } catch (IOException notFound) {
            return false;
        }
    }

    /** Answers a second. */
    static double drive(String url, int seconds) throws IOException, InterruptedException {
        String said =
                run("-t" + Runtime.getRuntime().availableProcessors(), "-c" + CONNECTIONS, "-d" + seconds + "s", url);
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException("wrk said no rate: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
