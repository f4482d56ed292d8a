package dev.perfloop.profiling;

import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Paces the sampling. */
@Component
class SecondTicker {
    void next() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
