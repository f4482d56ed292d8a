package dev.perfloop.web.weekly;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Starts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/targets/{target}/reports")
class TargetReportController {
    /** It may load nothing and run nothing, wherever it is shown. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(100);
    private static final int MOST_WAITING = 10;
    private static final int SHOWN = 100;

    private final TargetReportRepository reports;
    private final Starts starts;
    private final InstantSource clock;

    TargetReportController(TargetReportRepository reports, Starts starts, InstantSource clock) {
        this.reports = reports;
        this.starts = starts;
        this.clock = clock;
    }

    /** The newest hundred, without what they say. */
    @GetMapping
    List<TargetReportView> all(@PathVariable String target) {
        starts.requireTarget(target);
        return reports.newest(target, SHOWN);
    }

    /** Asks for one of any time of up to 100 days; it is there within seconds. */
    @PostMapping
    ResponseEntity<TargetReportView> ask(
            @PathVariable String target, @RequestBody(required = false) @Nullable ReportWish wish, Authentication who) {
        starts.requireTarget(target);
        Instant now = clock.instant();
        var asked = wish == null ? new ReportWish(null, null, null) : wish;
        Instant until = Objects.requireNonNullElse(asked.until(), now);
        Instant from = Objects.requireNonNullElse(asked.from(), until.minus(WEEK));
        if (!from.isBefore(until) || until.isAfter(now.plusSeconds(60))) {
            throw Refused.malformed(
                    "The time from " + from + " until " + until + " holds nothing to report.",
                    "Give a from before until, and an until that is not ahead.");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw Refused.malformed("A report is about 100 days at most.", "Ask for several.");
        }
        if (reports.waiting(target) >= MOST_WAITING) {
            throw Refused.conflict(
                    "Reports of \"" + target + "\" are waiting to be made.",
                    "See that the workers run, then ask again.");
        }
        UUID id = reports.ask(target, from, until, zone(asked.zone()), who.getName(), now);
        return ResponseEntity.status(HttpStatus.CREATED).body(find(target, id));
    }

    /** The newest of a whole week. */
    @GetMapping("/week")
    TargetReportView week(@PathVariable String target) {
        starts.requireTarget(target);
        return reports.newestWeek(target)
                .orElseThrow(() -> Refused.notFound(
                        "No week of \"" + target + "\" was reported yet.",
                        "Weeks of monitored targets are reported on the morning after; ask for one now with POST, or ./perfloop"
                                + " report week --target " + target));
    }

    @GetMapping("/{id}")
    TargetReportView one(@PathVariable String target, @PathVariable UUID id) {
        return find(target, id);
    }

    /** One page that needs nothing else. */
    @GetMapping(path = "/{id}/report.html", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> html(@PathVariable String target, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .body(reports.page(target, id).orElseThrow(() -> notMade(id)));
    }

    @GetMapping(path = "/{id}/report.md", produces = "text/markdown;charset=UTF-8")
    String markdown(@PathVariable String target, @PathVariable UUID id) {
        return reports.text(target, id).orElseThrow(() -> notMade(id));
    }

    private TargetReportView find(String target, UUID id) {
        return reports.find(target, id).orElseThrow(() -> notMade(id));
    }

    private static Refused notMade(UUID id) {
        return Refused.notFound(
                "There is no report " + id + ", or it is not made yet.",
                "GET /api/targets/{target}/reports lists them.");
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Refused.malformed(
                    "There is no time zone \"" + name + "\".", "Name one such as Europe/Berlin, or none.");
        }
    }

    /**
     * Which time a report shall be about.
     *
     * @param from  seven days before its end unless told
     * @param until now unless told
     * @param zone  whose days they are; UTC unless told
     */
    record ReportWish(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String zone) {}
}
