package dev.perfloop.shop.data;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Loads beside the running server, which answers health and progress meanwhile. */
@Component
class DataLoadStart implements ApplicationRunner {

    private final DataLoad load;

    DataLoadStart(DataLoad load) {
        this.load = load;
    }

    @Override
    public void run(ApplicationArguments args) {
        Thread.ofPlatform().name("data-load").daemon().start(load::run);
    }
}
