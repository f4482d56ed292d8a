package dev.perfloop.web.schedules;

import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.schedules.ScheduleView.KeptView;
import dev.perfloop.web.schedules.ScheduleView.PreviewView;
import dev.perfloop.web.schedules.ScheduleView.TickPage;
import dev.perfloop.web.schedules.ScheduleWish.NewSchedule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/schedules")
class ScheduleController {
    private final Schedules schedules;

    ScheduleController(Schedules schedules) {
        this.schedules = schedules;
    }

    @GetMapping
    List<ScheduleView> schedules(@RequestParam(required = false) @Nullable String target) {
        return schedules.all(target);
    }

    @PostMapping
    ResponseEntity<KeptView> make(
            @Validated @RequestBody NewSchedule wish, Authentication who, HttpServletRequest request) {
        Audited.target(request, wish.target());
        var made = schedules.make(wish.target(), wish.wish(), who.getName());
        Audited.subject(request, made.schedule().id());
        return ResponseEntity.status(HttpStatus.CREATED).body(made);
    }

    /** The next times of one that is not made yet. */
    @GetMapping("/preview")
    PreviewView preview(@RequestParam String times, @RequestParam String zone) {
        return schedules.preview(times, zone);
    }

    @GetMapping("/{id}")
    ScheduleView schedule(@PathVariable String id) {
        return schedules.get(id);
    }

    /** Its target stays. Times of before that were missed are not made up for. */
    @PutMapping("/{id}")
    KeptView change(
            @PathVariable String id,
            @Validated @RequestBody ScheduleWish wish,
            Authentication who,
            HttpServletRequest request) {
        return audited(request, schedules.change(id, wish, who.getName()));
    }

    @PostMapping("/{id}/pause")
    KeptView pause(@PathVariable String id, Authentication who, HttpServletRequest request) {
        return audited(request, schedules.pause(id, who.getName()));
    }

    /** What would have come while it was paused is not made up for. */
    @PostMapping("/{id}/resume")
    KeptView resume(@PathVariable String id, Authentication who, HttpServletRequest request) {
        return audited(request, schedules.resume(id, who.getName()));
    }

    /** A run that has begun goes on. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id, Authentication who, HttpServletRequest request) {
        Audited.target(request, schedules.remove(id, who.getName()));
        return ResponseEntity.noContent().build();
    }

    /** What became of the times that were due, the newest first. */
    @GetMapping("/{id}/ticks")
    TickPage ticks(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        return schedules.ticks(id, before, limit);
    }

    private static KeptView audited(HttpServletRequest request, KeptView kept) {
        Audited.target(request, kept.schedule().target());
        return kept;
    }
}
