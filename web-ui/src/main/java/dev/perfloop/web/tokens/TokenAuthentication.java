package dev.perfloop.web.tokens;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** Who asks with a token: its owner, with what the token allows. */
final class TokenAuthentication extends AbstractAuthenticationToken {
    private final String tokenId;
    private final String owner;

    TokenAuthentication(String tokenId, String owner, Collection<? extends GrantedAuthority> roles) {
        super(roles);
        this.tokenId = tokenId;
        this.owner = owner;
        setAuthenticated(true);
    }

    String tokenId() {
        return tokenId;
    }

    @Override
    public String getPrincipal() {
        return owner;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenAuthentication that && tokenId.equals(that.tokenId) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), tokenId);
    }
}
