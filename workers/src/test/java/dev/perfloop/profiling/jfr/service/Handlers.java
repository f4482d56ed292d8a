package dev.perfloop.profiling.jfr.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the requests do. */
final class Handlers {
    private final Tickets tickets = new Tickets();
    private volatile long sink;

    int quote(int upTo) {
        int primes = 0;
        for (int candidate = 2; candidate <= upTo; candidate++) {
            if (isPrime(candidate)) {
                primes++;
            }
        }
        pause(2);
        return primes;
    }

    private static boolean isPrime(int candidate) {
        for (int divisor = 2; divisor < candidate; divisor++) {
            if (candidate % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    long ticket() {
        return tickets.next();
    }

    void feed(int entries) {
        List<String> feed = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            String text = "";
            for (int word = 0; word < 60; word++) {
                text += " word-" + entry + "-" + word;
            }
            feed.add(text);
        }
        sink += feed.stream().mapToLong(String::length).sum();
        pause(2);
    }

    /** Asks another service, which takes its time. */
    int rate(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(1);
            return socket.getInputStream().read();
        }
    }

    /** Throws for each name that is not known. */
    void lookup(int names) {
        for (int name = 0; name < names; name++) {
            try {
                sink += known(name, 30);
            } catch (IllegalArgumentException unknown) {
                sink++;
            }
        }
        pause(1);
    }

    private static int known(int name, int depth) {
        if (depth > 0) {
            return known(name, depth - 1) + 1;
        }
        throw new IllegalArgumentException("Unknown: " + name);
    }

    /** A little of everything, and mostly waiting for the next request. */
    void even() {
        sink += Integer.toString((int) sink).hashCode();
        pause(12);
    }

    static void pause(int milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    /** Hands out numbers, one at a time. */
    static final class Tickets {
        private long last;

        synchronized long next() {
            pause(25);
            return ++last;
        }
    }
}
