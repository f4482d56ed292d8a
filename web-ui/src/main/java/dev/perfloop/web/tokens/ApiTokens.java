package dev.perfloop.web.tokens;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.tokens.TokenView.CreatedToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** Makes tokens, knows them again, and takes them back. */
@Service
public class ApiTokens {
    private final TokenRepository tokens;
    private final WebUiProperties properties;
    private final InstantSource clock;

    ApiTokens(TokenRepository tokens, WebUiProperties properties, InstantSource clock) {
        this.tokens = tokens;
        this.properties = properties;
        this.clock = clock;
    }

    CreatedToken create(Authentication who, String name, Set<Role> roles, Duration lifetime) {
        if (who instanceof TokenAuthentication) {
            throw Refused.forbidden(
                    "A token may not create tokens: one that leaked could outlive its end.",
                    "Log in as a person: on the page /access, or with --user name:password.");
        }
        Set<Role> own = withReading(Roles.of(who.getAuthorities()));
        if (!own.containsAll(roles)) {
            throw Refused.forbidden(
                    "A token may not have roles that you lack: " + missing(roles, own) + ".",
                    "Leave them out, or let somebody who has them create it.");
        }
        Instant now = clock.instant();
        Secret secret = Secret.next();
        var token = new TokenView(
                UUID.randomUUID().toString(),
                who.getName(),
                name.strip(),
                roles.stream().sorted().toList(),
                now.truncatedTo(ChronoUnit.MICROS),
                now.plus(lifetime).truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null);
        Origin origin = local(who.getName()).isPresent() ? Origin.LOCAL : Origin.OIDC;
        if (!tokens.insert(token, origin, secret.hash())) {
            throw Refused.conflict(
                    "You have a token \"" + token.name() + "\" already.",
                    "Choose another name, or revoke that one first.");
        }
        return new CreatedToken(token, secret.text());
    }

    /** @throws TokenRefused when it opens nothing */
    TokenAuthentication owner(String text) {
        // Looked up by its hash: how long that takes says nothing about the secret.
        var kept = tokens.withHash(new Secret(text).hash())
                .orElseThrow(() -> new TokenRefused("This API token is none of ours."));
        TokenView token = kept.token();
        Instant now = clock.instant();
        if (token.revokedAt() != null) {
            throw new TokenRefused("The API token \"" + token.name() + "\" was revoked.");
        }
        if (!now.isBefore(token.expiresAt())) {
            throw new TokenRefused("The API token \"" + token.name() + "\" ended at " + token.expiresAt() + ".");
        }
        Set<Role> roles = Roles.set(token.roles());
        roles.retainAll(withReading(ownerRoles(kept.origin(), token)));
        if (roles.isEmpty()) {
            throw new TokenRefused("Nothing is left of the roles of the API token \"" + token.name()
                    + "\": its owner has none of them any more.");
        }
        tokens.used(token.id(), now);
        return new TokenAuthentication(token.id(), token.owner(), Roles.authorities(roles));
    }

    /** Called when a provider tells anew which roles a person has: no token keeps more. */
    public void narrow(String owner, Collection<Role> roles) {
        tokens.narrow(owner, withReading(roles));
    }

    /** @param owner null for everybody */
    List<TokenView> of(@Nullable String owner, @Nullable Cursor after, int limit) {
        return tokens.page(owner, after, limit);
    }

    void revoke(String id, Authentication who) {
        TokenView token = tokens.find(id)
                .filter(known -> Roles.isAdmin(who) || known.owner().equals(who.getName()))
                .orElseThrow(() ->
                        Refused.notFound("You have no token \"" + id + "\".", "GET /api/tokens lists those you have."));
        if (who instanceof TokenAuthentication by && !by.tokenId().equals(id)) {
            throw Refused.forbidden(
                    "A token may revoke itself and no other.",
                    "Log in as a person: on the page /access, or with --user name:password.");
        }
        tokens.revoke(token.id(), who.getName(), clock.instant());
    }

    private Collection<Role> ownerRoles(Origin origin, TokenView token) {
        return switch (origin) {
            case LOCAL -> local(token.owner()).map(WebUiProperties.User::roles).orElse(Set.of());
            // Narrowed at each of the owner's logins; nobody tells what happens in between. A name that a local user
            // got since is no longer the owner's.
            case OIDC -> properties.oidc().isOn() && local(token.owner()).isEmpty() ? token.roles() : Set.of();
        };
    }

    private Optional<WebUiProperties.User> local(String name) {
        return properties.localUser(name);
    }

    /** Whoever has any role may read. */
    private static Set<Role> withReading(Collection<Role> roles) {
        Set<Role> all = Roles.set(roles);
        if (!all.isEmpty()) {
            all.add(Role.VIEWER);
        }
        return all;
    }

    private static String missing(Set<Role> wanted, Set<Role> own) {
        return EnumSet.copyOf(wanted).stream()
                .filter(role -> !own.contains(role))
                .map(Role::name)
                .collect(Collectors.joining(", "));
    }
}
