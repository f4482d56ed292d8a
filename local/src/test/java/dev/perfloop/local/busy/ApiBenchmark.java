package dev.perfloop.local.busy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * How quick the API answers, at a constant arrival rate, with {@link ManyRows} stored and listeners on its event stream.
 *
 * <p>Arguments: requests a second (default 50), seconds (default 60), listeners (default 100). Latencies count from the
 * moment a request was due. Everything shares this machine's processors.
 */
public final class ApiBenchmark {
    private static final List<String> PATHS = List.of(
            "/api/runs",
            "/api/runs?target=service-7",
            "/api/runs/" + ManyRows.ACTIVE_RUN,
            "/api/runs/" + ManyRows.ACTIVE_RUN + "/steps",
            "/api/runs/run-5000",
            "/api/runs/run-5000/steps",
            "/api/runs/run-5000/loads",
            "/api/targets",
            "/api/targets/service-7",
            "/api/targets/service-7/history",
            "/api/approvals");
    private static final int WARMUP_SECONDS = 20;
    private static final int GOAL_MS = 50;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String url;

    private ApiBenchmark(String url) {
        this.url = url;
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int listeners = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        try (BusyUi ui = BusyUi.start()) {
            var benchmark = new ApiBenchmark(ui.url());
            benchmark.signIn();
            var heard = benchmark.listen(listeners);
            benchmark.drive(rate, WARMUP_SECONDS, histograms());
            List<ConcurrentHistogram> found = histograms();
            AtomicInteger failed = benchmark.drive(rate, seconds, found);
            report(rate, listeners, found, failed.get());
            announce(ui, heard, listeners);
        }
        System.exit(0);
    }

    private static List<ConcurrentHistogram> histograms() {
        return IntStream.range(0, PATHS.size())
                .mapToObj(path -> new ConcurrentHistogram(3))
                .toList();
    }

    private AtomicInteger drive(int rate, int seconds, List<ConcurrentHistogram> found) throws InterruptedException {
        var failed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long first = System.nanoTime();
            for (int arrival = 0; arrival < rate * seconds; arrival++) {
                long due = first + arrival * 1_000_000_000L / rate;
                int path = arrival % PATHS.size();
                LockSupport.parkNanos(due - System.nanoTime());
                threads.execute(() -> {
                    if (!ask(PATHS.get(path))) {
                        failed.incrementAndGet();
                    }
                    found.get(path).recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
                });
            }
        }
        return failed;
    }

    private boolean ask(String path) {
        try {
            return http.send(request(path), HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException gone) {
            return false;
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).build();
    }

    /** As a browser does: HTTP Basic would hash the password with each request. */
    private void signIn() throws IOException, InterruptedException {
        ask("/api/info");
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var login = HttpRequest.newBuilder(URI.create(url + "/api/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString("username=operator&password=operator"))
                .build();
        http.send(login, HttpResponse.BodyHandlers.discarding());
        if (!ask("/api/runs")) {
            throw new IllegalStateException("Not signed in");
        }
    }

    private ConcurrentLinkedQueue<Long> listen(int listeners) {
        var heard = new ConcurrentLinkedQueue<Long>();
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < listeners; n++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try (var lines = http.send(request("/api/events"), HttpResponse.BodyHandlers.ofLines())
                        .body()) {
                    lines.filter(line -> line.contains("marked")).forEach(line -> heard.add(System.nanoTime()));
                } catch (IOException | InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        return heard;
    }

    private static void report(int rate, int listeners, List<ConcurrentHistogram> found, int failed) {
        var all = new ConcurrentHistogram(3);
        for (int path = 0; path < PATHS.size(); path++) {
            all.add(found.get(path));
            print(PATHS.get(path), found.get(path));
        }
        print("all, at %d/s with %d listeners".formatted(rate, listeners), all);
        System.out.printf(
                "%d of %d failed; p95 %.1f ms, goal %d ms%n",
                failed, all.getTotalCount(), all.getValueAtPercentile(95) / 1000.0, GOAL_MS);
    }

    private static void print(String what, ConcurrentHistogram found) {
        System.out.printf(
                "%-45s p50 %6.1f  p95 %6.1f  p99 %6.1f ms%n",
                what,
                found.getValueAtPercentile(50) / 1000.0,
                found.getValueAtPercentile(95) / 1000.0,
                found.getValueAtPercentile(99) / 1000.0);
    }

    /** How long an event takes from its row to the last listener. */
    private static void announce(BusyUi ui, ConcurrentLinkedQueue<Long> heard, int listeners)
            throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            heard.clear();
            long written = System.nanoTime();
            ui.jdbc()
                    .sql(
                            "INSERT INTO run_event (run_id, at, kind, payload) VALUES (:run, now(), 'STEP', '{\"marked\": true}')")
                    .param("run", ManyRows.ACTIVE_RUN)
                    .update();
            long patience = written + Duration.ofSeconds(10).toNanos();
            while (heard.size() < listeners && System.nanoTime() < patience) {
                Thread.onSpinWait();
                LockSupport.parkNanos(100_000);
            }
            long last = heard.stream().mapToLong(at -> at).max().orElse(patience);
            System.out.printf(
                    "an event was heard by %d of %d after %.0f ms%n", heard.size(), listeners, (last - written) / 1e6);
        }
    }
}
