package dev.perfloop.shop.faults;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests that keep the service itself busy. */
@Faulty
class WorkFaults {

    /** Counts primes by trial division. */
    @GetMapping("/quote")
    int quote(@RequestParam int upTo) {
        return Discounts.primesUpTo(upTo);
    }

    /** Builds a page of strings, only to measure it. */
    @GetMapping("/feed")
    long feed(@RequestParam int entries) {
        List<String> feed = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            String text = "";
            for (int word = 0; word < 60; word++) {
                text += " word-" + entry + "-" + word;
            }
            feed.add(text);
        }
        return feed.stream().mapToLong(String::length).sum();
    }

    static final class Discounts {
        private Discounts() {}

        static int primesUpTo(int limit) {
            int primes = 0;
            for (int candidate = 2; candidate <= limit; candidate++) {
                if (isPrime(candidate)) {
                    primes++;
                }
            }
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
    }
}
