package dev.perfloop.shop.stock;

import dev.perfloop.shop.errors.NotFound;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads, counts and takes from the stock. */
@Service
public class Warehouse {

    private final StockRepository stocks;
    private final InstantSource clock;

    Warehouse(StockRepository stocks, InstantSource clock) {
        this.stocks = stocks;
        this.clock = clock;
    }

    public Optional<Stock> stockOf(long productId) {
        return stocks.find(productId);
    }

    /** Takes units out of stock; to avoid deadlocks a caller taking several products goes by ascending product id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(long productId, int quantity) {
        Stock stock = stocks.lock(productId).orElseThrow(() -> NotFound.of("product", productId));
        if (stock.quantity() < quantity) {
            throw OutOfStock.of(stock, quantity);
        }
        stocks.setQuantity(productId, stock.quantity() - quantity, now());
    }

    @Transactional
    Stock count(long productId, int quantity) {
        if (stocks.setQuantity(productId, quantity, now()) == 0) {
            throw NotFound.of("product", productId);
        }
        return stocks.find(productId).orElseThrow(() -> NotFound.of("product", productId));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
