package dev.perfloop.web.monitoring;

import dev.perfloop.web.engine.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/targets/{target}/monitoring")
class MonitoringController {
    private final Monitorings monitorings;
    private final StatementFindingRepository findings;

    MonitoringController(Monitorings monitorings, StatementFindingRepository findings) {
        this.monitorings = monitorings;
        this.findings = findings;
    }

    @GetMapping
    MonitoringView monitoring(@PathVariable String target) {
        return monitorings.of(target);
    }

    /** Statements that became a burden and still are, then those of the last weeks. */
    @GetMapping("/statements")
    List<StatementFindingView> statements(@PathVariable String target) {
        monitorings.of(target);
        return findings.of(target);
    }

    /** Has the target watched from now on. On one that is watched it changes how often it is read. */
    @PutMapping
    ResponseEntity<MonitoringSwitchedView> start(
            @PathVariable String target, @Validated @RequestBody MonitoringWish wish, Authentication who) {
        return switched(monitorings.start(target, wish, who.getName()));
    }

    /** What was kept stays. */
    @DeleteMapping
    ResponseEntity<MonitoringSwitchedView> stop(@PathVariable String target, Authentication who) {
        return switched(monitorings.stop(target, who.getName()));
    }

    private static ResponseEntity<MonitoringSwitchedView> switched(Delivery delivery) {
        return ResponseEntity.accepted().body(new MonitoringSwitchedView(delivery, delivery.note()));
    }

    /** @param note a sentence for the person who asked, when there is something to say */
    record MonitoringSwitchedView(
            Delivery delivery, @Nullable String note) {}
}
