package dev.perfloop.web.alerts;

import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.rows.Allowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/alerts")
class AlertController {
    private static final int A_MONTH = 720;

    /** As far back as series are kept by default. */
    private static final int MOST_DAYS = 400;

    private final AlertRepository alerts;
    private final InstantSource clock;

    AlertController(AlertRepository alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * What lasts first, then the newest.
     *
     * @param unjudged only those of which nobody has said whether they were real or noise
     * @param days only those that opened within so many days
     */
    @GetMapping
    List<AlertView> alerts(
            @RequestParam(defaultValue = "false") boolean resolved,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "false") boolean unjudged,
            @RequestParam(required = false) @Nullable @Min(1) @Max(MOST_DAYS) Integer days,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        Instant since = days == null ? Instant.EPOCH : clock.instant().minus(Duration.ofDays(days));
        return alerts.list(resolved, target, unjudged, since, limit);
    }

    @GetMapping("/{id}")
    AlertView alert(@PathVariable UUID id) {
        return alerts.find(id)
                .orElseThrow(() ->
                        Refused.notFound("There is no alert \"" + id + "\".", "GET /api/alerts lists what there is."));
    }

    /** Somebody looks after it. It is opened again when it gets worse. */
    @PostMapping("/{id}/acknowledge")
    AlertView acknowledge(@PathVariable UUID id, Authentication who, HttpServletRequest request) {
        return set(id, "ACKNOWLEDGED", who, request, null);
    }

    /** Nobody is told of it for some hours, or for as long as it lasts. */
    @PostMapping("/{id}/mute")
    AlertView mute(
            @PathVariable UUID id,
            @Validated @RequestBody MuteRequest wish,
            Authentication who,
            HttpServletRequest request) {
        Integer hours = wish.hours();
        return set(
                id,
                "MUTED",
                who,
                request,
                hours == null ? null : clock.instant().plus(Duration.ofHours(hours)));
    }

    /** Takes back an acknowledgement or a muting. */
    @PostMapping("/{id}/reopen")
    AlertView reopen(@PathVariable UUID id, Authentication who, HttpServletRequest request) {
        return set(id, "OPEN", who, request, null);
    }

    /** Says whether it was real or noise, while it lasts or afterwards; the last word counts. */
    @PostMapping("/{id}/verdict")
    AlertView judge(
            @PathVariable UUID id,
            @Validated @RequestBody VerdictRequest said,
            Authentication who,
            HttpServletRequest request) {
        Audited.target(request, alert(id).target());
        alerts.judge(id, said.verdict().name(), who.getName(), clock.instant());
        return alert(id);
    }

    private AlertView set(
            UUID id, String state, Authentication who, HttpServletRequest request, @Nullable Instant mutedUntil) {
        Audited.target(request, alert(id).target());
        if (!alerts.set(id, state, who.getName(), clock.instant(), mutedUntil)) {
            throw Refused.conflict(
                    "Alert \"" + id + "\" is resolved: its values are back inside their thresholds.",
                    "There is nothing to do about it. GET /api/alerts lists what lasts.");
        }
        return alert(id);
    }

    record VerdictRequest(@NotNull Allowed.AlertVerdict verdict) {}

    /** @param hours absent for as long as it lasts */
    record MuteRequest(@Nullable @Min(1) @Max(A_MONTH) Integer hours) {}
}
