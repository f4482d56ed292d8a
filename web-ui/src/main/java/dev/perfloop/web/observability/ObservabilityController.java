package dev.perfloop.web.observability;

import dev.perfloop.web.engine.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applying and taking back are decisions, so they take an approver. */
@RestController
@RequestMapping("/api/targets/{target}/observability")
class ObservabilityController {
    private final Wishes wishes;

    ObservabilityController(Wishes wishes) {
        this.wishes = wishes;
    }

    @GetMapping
    ObservabilityView offers(@PathVariable String target) {
        return wishes.of(target);
    }

    /** Has the workers write down what is offered, with its undo, as the target is set now. */
    @PostMapping
    ResponseEntity<WishedView> show(@PathVariable String target, Authentication who) {
        return wished(target, WishKind.SHOW, who);
    }

    @PostMapping("/apply")
    ResponseEntity<WishedView> apply(@PathVariable String target, Authentication who) {
        return wished(target, WishKind.APPLY, who);
    }

    @PostMapping("/undo")
    ResponseEntity<WishedView> undo(@PathVariable String target, Authentication who) {
        return wished(target, WishKind.UNDO, who);
    }

    private ResponseEntity<WishedView> wished(String target, WishKind kind, Authentication who) {
        var wished = wishes.wish(target, kind, who.getName());
        return ResponseEntity.accepted()
                .body(new WishedView(
                        wished.wishId(), wished.delivery(), wished.delivery().note()));
    }

    record WishedView(
            String wishId, Delivery delivery, @Nullable String note) {}
}
