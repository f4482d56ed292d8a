package dev.perfloop.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param users who may log in; passwords are hashed at start and not kept in clear
 */
@Validated
@ConfigurationProperties("perfloop.web")
public record WebUiProperties(
        @Nullable URI operateUrl,
        @DefaultValue("false") boolean localMode,
        @DefaultValue(".") Path dataDir,
        @DefaultValue("15s") Duration heartbeat,
        @NotEmpty @Valid List<User> users) {

    public record User(
            @NotBlank String name,
            @NotBlank String password,
            @NotEmpty Set<Role> roles) {

        @Override
        public String toString() {
            return "User[name=" + name + ", roles=" + roles + "]";
        }
    }

    /** OPERATOR starts, cancels and describes; APPROVER decides. */
    public enum Role {
        OPERATOR,
        APPROVER
    }
}
