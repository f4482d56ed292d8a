package dev.perfloop.shop.faults;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;

/** Requests that mostly wait: for a row, a monitor, a connection or another service. */
@Faulty
class WaitingFaults {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RestClient rates;
    private final Tickets tickets = new Tickets();

    WaitingFaults(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RestClient.Builder client,
            @Value("${shop.faults.rates:http://127.0.0.1:1}") String ratesUrl) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rates = client.baseUrl(ratesUrl).build();
    }

    /** Everybody counts on the same row, and the transaction goes on for a while. */
    @PostMapping("/count-visit")
    int countVisit() {
        Integer visits = transactions.execute(status -> {
            int counted = jdbc.sql("UPDATE fault_counter SET visits = visits + 1 WHERE id = 1")
                    .update();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
            return counted;
        });
        return visits == null ? 0 : visits;
    }

    @GetMapping("/price-in")
    String priceIn(@RequestParam long product) {
        var price = jdbc.sql("SELECT price FROM product WHERE id = :id")
                .param("id", product)
                .query(String.class)
                .single();
        return price + " x " + rates.get().uri("/rate").retrieve().body(String.class);
    }

    /** The connection is held while another service is asked. */
    @GetMapping("/reserve")
    String reserve(@RequestParam long product) {
        String reserved = transactions.execute(status -> {
            var price = jdbc.sql("SELECT price FROM product WHERE id = :id")
                    .param("id", product)
                    .query(String.class)
                    .single();
            return price + " x " + rates.get().uri("/rate").retrieve().body(String.class);
        });
        return String.valueOf(reserved);
    }

    @GetMapping("/ticket")
    long ticket() {
        return tickets.next();
    }

    /** Hands out numbers, one at a time. */
    static final class Tickets {
        private long last;

        synchronized long next() {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
            return ++last;
        }
    }
}
