package dev.perfloop.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param operateUrl where Operate answers, such as {@code http://localhost:8080/operate}; absent when there is none
 * @param localMode whether everything runs on this one machine
 * @param dataDir what relative report paths of load tests are relative to
 * @param heartbeat how long an event stream may be silent before a comment shows that it lives
 * @param localUsers whether {@code users} may log in; where people come from an OpenID provider they need not
 * @param users who may log in; passwords are hashed at start and not kept in clear
 * @param oidc the provider that people come from; off unless its issuer is set
 * @param loginLimits how many failed logins are looked at
 * @param auditKeptFor how long the audit log is kept; at least a day
 */
@Validated
@ConfigurationProperties("perfloop.web")
public record WebUiProperties(
        @Nullable URI operateUrl,
        @DefaultValue("false") boolean localMode,
        @DefaultValue(".") Path dataDir,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("true") boolean localUsers,
        @NotEmpty @Valid List<User> users,
        @DefaultValue Oidc oidc,
        @DefaultValue @Valid LoginLimits loginLimits,
        @DefaultValue("400d") Duration auditKeptFor) {

    public WebUiProperties {
        if (auditKeptFor.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "perfloop.web.audit-kept-for is " + auditKeptFor + ", less than a day: write for instance 400d");
        }
        if (!localUsers && !oidc.isOn()) {
            throw new IllegalArgumentException(
                    "Nobody could log in: perfloop.web.local-users is false and perfloop.web.oidc.issuer is not set");
        }
    }

    /** Names are told apart as at a login: in whatever case. */
    public Optional<User> localUser(String name) {
        return users.stream()
                .filter(user -> localUsers && user.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public record User(
            @NotBlank String name,
            @NotBlank String password,
            @NotEmpty Set<Role> roles) {

        @Override
        public String toString() {
            return "User[name=" + name + ", roles=" + roles + "]";
        }
    }

    /**
     * An OpenID provider that people log in at.
     *
     * @param issuer its address, as in its discovery document; null for none
     * @param label what its button on the login page says
     * @param scopes what is asked for besides {@code openid}
     * @param nameClaim the claim that names a person; it must be unique, and not theirs to change: four eyes rest on it
     * @param rolesClaim the claim that lists roles or groups; a path with dots leads into nested ones
     * @param roles which values of that claim give which roles; the values of others give none
     */
    public record Oidc(
            @Nullable URI issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,

            @DefaultValue("Sign in with your company account")
            String label,

            @DefaultValue({"profile", "email"}) Set<String> scopes,
            @DefaultValue("preferred_username") String nameClaim,
            @DefaultValue("groups") String rolesClaim,
            @DefaultValue Map<String, Set<Role>> roles) {

        public Oidc {
            if (issuer != null && clientId.isBlank()) {
                throw new IllegalArgumentException("perfloop.web.oidc.issuer needs perfloop.web.oidc.client-id");
            }
            if (issuer != null && roles.isEmpty()) {
                throw new IllegalArgumentException("Nobody from " + issuer
                        + " would have a role: set perfloop.web.oidc.roles, such as \"[perf-team]\": [OPERATOR]");
            }
        }

        public boolean isOn() {
            return issuer != null;
        }

        @Override
        public String toString() {
            return "Oidc[issuer=" + issuer + ", clientId=" + clientId + ", rolesClaim=" + rolesClaim + "]";
        }
    }

    /**
     * Failed logins that are looked at. After that many, one more per pause; the rest is refused unseen.
     *
     * @param perName under one name
     * @param perAddress from one address
     */
    public record LoginLimits(
            @DefaultValue("10") @Min(1) int perName,
            @DefaultValue("1m") Duration namePause,
            @DefaultValue("30") @Min(1) int perAddress,
            @DefaultValue("10s") Duration addressPause) {}

    /**
     * VIEWER reads; OPERATOR starts, cancels and describes; APPROVER decides; ADMIN sees to tokens and reads the audit log.
     * Each reads, none holds another: who needs two has two.
     */
    public enum Role {
        VIEWER,
        OPERATOR,
        APPROVER,
        ADMIN
    }
}
