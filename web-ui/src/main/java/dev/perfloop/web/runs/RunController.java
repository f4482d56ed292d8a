package dev.perfloop.web.runs;

import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.paging.Slice;
import dev.perfloop.web.starts.Intensity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/runs")
class RunController {
    private final RunRepository runs;
    private final RunRequests requests;
    private final Cancellations cancellations;
    private final Retries retries;

    RunController(RunRepository runs, RunRequests requests, Cancellations cancellations, Retries retries) {
        this.runs = runs;
        this.requests = requests;
        this.cancellations = cancellations;
        this.retries = retries;
    }

    @PostMapping
    ResponseEntity<StartedView> start(
            @Validated @RequestBody StartRequest wish, Authentication who, HttpServletRequest request) {
        Audited.target(request, wish.target());
        var started = requests.start(wish.target(), wish.intensity(), who.getName());
        Audited.subject(request, started.run().id());
        var view = new StartedView(
                started.run(), started.delivery(), started.delivery().note());
        return started.isNew()
                ? ResponseEntity.status(HttpStatus.CREATED).body(view)
                : ResponseEntity.ok().header("Perfloop-Already-Running", "true").body(view);
    }

    @GetMapping
    RunPage runs(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "false") boolean active) {
        var page = Slice.of(
                runs.newest(Cursor.parse(cursor), target, active, limit + 1),
                limit,
                run -> new Cursor(run.requestedAt(), run.id()));
        return new RunPage(page.items(), page.nextCursor());
    }

    @GetMapping("/{id}")
    RunView run(@PathVariable String id) {
        return runs.find(id).orElseThrow(() -> KnownRuns.unknown(id));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<SentView> cancel(@PathVariable String id, Authentication who) {
        Delivery delivery = cancellations.cancel(id, who.getName());
        return ResponseEntity.accepted().body(new SentView(delivery, delivery.note()));
    }

    /** Begins the step anew that an incident holds; its cause is to be mended first. */
    @PostMapping("/{id}/retry")
    ResponseEntity<Void> retry(@PathVariable String id, Authentication who) {
        retries.retry(id, who.getName());
        return ResponseEntity.accepted().build();
    }

    record StartRequest(@NotBlank String target, @NotNull Intensity intensity) {
        @SuppressWarnings("NullAway") // absent means quick, before validation looks
        StartRequest {
            intensity = intensity == null ? Intensity.QUICK : intensity;
        }
    }

    record StartedView(
            RunView run, Delivery delivery, @Nullable String note) {}

    record SentView(Delivery delivery, @Nullable String note) {}
}
