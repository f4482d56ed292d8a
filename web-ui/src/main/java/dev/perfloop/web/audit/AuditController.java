package dev.perfloop.web.audit;

import dev.perfloop.web.audit.AuditRepository.Filter;
import dev.perfloop.web.paging.Cursor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {
    private final AuditRepository events;

    AuditController(AuditRepository events) {
        this.events = events;
    }

    /** Newest first; takes an admin. */
    @GetMapping("/api/audit")
    AuditView.AuditPage events(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        var filter = new Filter(blankIsAny(who), blankIsAny(target), from, to);
        // One more than asked for tells whether there is a next page.
        List<AuditView> found = events.newest(before(cursor), filter, limit + 1);
        if (found.size() <= limit) {
            return new AuditView.AuditPage(found, null);
        }
        List<AuditView> page = found.subList(0, limit);
        return new AuditView.AuditPage(page, page.getLast().id());
    }

    private static @Nullable String blankIsAny(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Long before(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException notOurs) {
            throw Cursor.notOurs();
        }
    }
}
