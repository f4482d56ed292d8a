package dev.perfloop.web.takebacks;

import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.takebacks.TakeBackRepository.Change;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/changes/{change}/take-back")
class TakeBackController {
    private final TakeBackRepository rows;
    private final TakingBack takingBack;

    TakeBackController(TakeBackRepository rows, TakingBack takingBack) {
        this.rows = rows;
        this.takingBack = takingBack;
    }

    /** Each time somebody wanted the change to go, the newest first. */
    @GetMapping
    List<TakeBackView> takenBack(@PathVariable String change) {
        return rows.of(known(change).id());
    }

    /** Takes a kept change back. Asked again while that is under way, it is handed on once more. */
    @PostMapping
    ResponseEntity<TakingBackView> takeBack(
            @PathVariable String change,
            @Validated @RequestBody TakeBackRequest said,
            Authentication who,
            HttpServletRequest request) {
        Change kept = known(change);
        Audited.target(request, kept.target());
        var underWay = takingBack.wish(
                kept,
                who.getName(),
                Objects.requireNonNullElse(said.reason(), "").strip());
        var delivery = takingBack.send(underWay);
        return ResponseEntity.accepted().body(new TakingBackView(underWay, delivery, delivery.note()));
    }

    /** Gives up a taking back that is stuck, so that runs may begin again; what is left on the target is a person's to put right. */
    @DeleteMapping
    TakeBackView giveUp(@PathVariable String change, Authentication who, HttpServletRequest request) {
        Change going = known(change);
        Audited.target(request, going.target());
        return takingBack.giveUp(going, who.getName());
    }

    private Change known(String change) {
        return rows.change(change)
                .orElseThrow(() -> Refused.notFound(
                        "There is no change \"" + change + "\".",
                        "GET /api/runs/{id}/plan shows the changes of a run."));
    }

    record TakeBackRequest(@Nullable @Size(max = 4000) String reason) {}

    /** @param note a sentence for the person who asked, when there is something to say */
    record TakingBackView(
            TakeBackView takeBack,
            Delivery delivery,
            @Nullable String note) {}
}
