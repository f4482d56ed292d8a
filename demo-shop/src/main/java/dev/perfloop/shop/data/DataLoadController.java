package dev.perfloop.shop.data;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DataLoadController {

    private final DataLoad load;

    DataLoadController(DataLoad load) {
        this.load = load;
    }

    @GetMapping("/admin/data-loading")
    Progress progress() {
        return load.progress();
    }
}
