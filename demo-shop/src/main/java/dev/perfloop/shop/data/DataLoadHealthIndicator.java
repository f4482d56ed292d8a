package dev.perfloop.shop.data;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

@Component
class DataLoadHealthIndicator implements HealthIndicator {

    private final DataLoad load;

    DataLoadHealthIndicator(DataLoad load) {
        this.load = load;
    }

    @Override
    public Health health() {
        Progress progress = load.progress();
        Health.Builder health = progress.done() ? Health.up() : Health.outOfService();
        return health.withDetail("percent", progress.percent())
                .withDetail("step", progress.step())
                .build();
    }
}
