package dev.perfloop.web.tokens;

import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.paging.Slice;
import dev.perfloop.web.problems.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tokens")
class TokenController {
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 365;

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** One's own; an admin may ask for everybody's. Those that are not revoked first, then the newest. */
    @GetMapping
    TokenView.TokenPage tokens(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(defaultValue = "false") boolean everybody,
            Authentication who) {
        if (everybody && !Roles.isAdmin(who)) {
            throw Refused.forbidden(
                    "Only an admin sees everybody's tokens.", "Leave out everybody=true to see your own.");
        }
        var page = Slice.of(
                tokens.of(everybody ? null : who.getName(), Cursor.parse(cursor), limit + 1), limit, TokenView::place);
        return new TokenView.TokenPage(page.items(), page.nextCursor());
    }

    /** The answer holds the secret; nobody can ask for it again. */
    @PostMapping
    ResponseEntity<TokenView.CreatedToken> create(
            @Validated @RequestBody TokenRequest wish, Authentication who, HttpServletRequest request) {
        var created = tokens.create(
                who, wish.name(), wish.roles(), Duration.ofDays(Objects.requireNonNullElse(wish.days(), USUAL_DAYS)));
        Audited.subject(request, created.view().id());
        return ResponseEntity.status(HttpStatus.CREATED).body(created);
    }

    /** One's own, or as an admin anybody's. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable String id, Authentication who) {
        tokens.revoke(id, who);
        return ResponseEntity.noContent().build();
    }

    /** @param days until it ends; default: 90 */
    record TokenRequest(
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String name,

            @NotEmpty Set<@NotNull Role> roles,
            @Nullable @Min(1) @Max(MOST_DAYS) Integer days) {}
}
