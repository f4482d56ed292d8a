package dev.perfloop.profiling.jfr.service;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves invented requests on its worker threads until its parent closes the pipe. */
public final class FaultyService {
    private interface Request {
        void serve() throws Exception;
    }

    private FaultyService() {}

    public static void main(String[] args) throws Exception {
        var handlers = new Handlers();
        int workers = args[0].equals("ticket") ? 4 : 6;
        Request request = switch (args[0]) {
            case "quote" -> () -> handlers.quote(8_000);
            case "ticket" -> handlers::ticket;
            case "feed" -> () -> handlers.feed(60);
            case "rate" -> () -> handlers.rate(Integer.parseInt(args[1]));
            case "lookup" -> () -> handlers.lookup(200);
            case "reserve" -> new Pool(2)::reserve;
            case "even" -> handlers::even;
            case "idle" -> () -> TimeUnit.SECONDS.sleep(60);
            default -> throw new IllegalArgumentException(args[0]);
        };
        var threads = Executors.newFixedThreadPool(
                workers,
                Thread.ofPlatform().daemon().name("http-nio-8080-exec-", 1).factory());
        for (int i = 0; i < workers; i++) {
            threads.submit(() -> {
                while (true) {
                    request.serve();
                }
            });
        }
        System.out.println("serving");
        awaitEnd();
    }

    private static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is ever said; the pipe closes with the parent.
        }
    }
}
