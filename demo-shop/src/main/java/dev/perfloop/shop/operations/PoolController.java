package dev.perfloop.shop.operations;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The size of the connection pool, for the hooks of the target's file. It holds until the shop is started again. */
@RestController
class PoolController {

    record Size(@Positive @Max(50) int value) {}

    private final HikariDataSource pool;

    PoolController(HikariDataSource pool) {
        this.pool = pool;
    }

    @GetMapping("/admin/pool")
    Size size() {
        return new Size(pool.getMaximumPoolSize());
    }

    /**
     * An idle pool keeps as many connections as it may have, as it does from its start. HikariCP does not close those it has
     * too many of by itself before they have been idle for ten minutes.
     */
    @PutMapping("/admin/pool")
    Size resize(@Valid @RequestBody Size wanted) {
        var config = pool.getHikariConfigMXBean();
        config.setMinimumIdle(Math.min(wanted.value(), config.getMinimumIdle()));
        config.setMaximumPoolSize(wanted.value());
        config.setMinimumIdle(wanted.value());
        pool.getHikariPoolMXBean().softEvictConnections();
        return size();
    }
}
