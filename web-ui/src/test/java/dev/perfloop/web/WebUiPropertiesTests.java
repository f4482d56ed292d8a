package dev.perfloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.WebUiProperties.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

class WebUiPropertiesTests {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(PropertiesConfiguration.class);

    @Test
    void usersHaveNamesPasswordsAndRoles() {
        application
                .withPropertyValues(
                        "perfloop.web.users[0].name=ana",
                        "perfloop.web.users[0].password=geheim",
                        "perfloop.web.users[0].roles=OPERATOR,APPROVER",
                        "perfloop.web.operate-url=")
                .run(context -> {
                    WebUiProperties properties = context.getBean(WebUiProperties.class);
                    assertThat(properties.users().getFirst().roles()).containsOnly(Role.OPERATOR, Role.APPROVER);
                    assertThat(properties.operateUrl())
                            .as("empty means there is none")
                            .isNull();
                    assertThat(properties.heartbeat()).isEqualTo(Duration.ofSeconds(15));
                    assertThat(properties.toString())
                            .as("a password is never printed")
                            .doesNotContain("geheim");
                });
    }

    @Test
    void anEmptyPasswordStopsTheStart() {
        application
                .withPropertyValues(
                        "perfloop.web.users[0].name=ana",
                        "perfloop.web.users[0].password=",
                        "perfloop.web.users[0].roles=OPERATOR")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("users[0].password"));
    }

    @Test
    void aStartWithoutUsersIsRefused() {
        application.run(context -> assertThat(context).hasFailed());
    }

    @Test
    void aProviderIsOffUntilItHasAnIssuer() {
        withUser()
                .withPropertyValues("perfloop.web.oidc.issuer=")
                .run(context -> assertThat(
                                context.getBean(WebUiProperties.class).oidc().isOn())
                        .isFalse());
    }

    @Test
    void aProviderTellsWhichGroupsHaveWhichRoles() {
        withUser()
                .withPropertyValues(
                        "perfloop.web.oidc.issuer=https://login.example/work",
                        "perfloop.web.oidc.client-id=perfloop",
                        "perfloop.web.oidc.client-secret=geheim",
                        "perfloop.web.oidc.roles[Perf Leads]=OPERATOR,APPROVER")
                .run(context -> {
                    var oidc = context.getBean(WebUiProperties.class).oidc();
                    assertThat(oidc.roles()).containsOnlyKeys("Perf Leads");
                    assertThat(oidc.roles().get("Perf Leads")).containsOnly(Role.OPERATOR, Role.APPROVER);
                    assertThat(oidc.nameClaim()).isEqualTo("preferred_username");
                    assertThat(oidc.toString()).doesNotContain("geheim");
                });
    }

    @Test
    void aProviderThatWouldLetNobodyInStopsTheStart() {
        withUser()
                .withPropertyValues(
                        "perfloop.web.oidc.issuer=https://login.example/work", "perfloop.web.oidc.client-id=perfloop")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("perfloop.web.oidc.roles"));
        withUser()
                .withPropertyValues("perfloop.web.oidc.issuer=https://login.example/work")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("client-id"));
    }

    @Test
    void withoutLocalUsersThereMustBeAProvider() {
        withUser()
                .withPropertyValues("perfloop.web.local-users=false")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("Nobody could log in"));
    }

    @Test
    void theAuditLogIsKeptForMoreThanAYearUnlessSaidOtherwise() {
        withUser()
                .run(context -> assertThat(
                                context.getBean(WebUiProperties.class).auditKeptFor())
                        .isEqualTo(Duration.ofDays(400)));
        withUser()
                .withPropertyValues("perfloop.web.audit-kept-for=12h")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("less than a day"));
    }

    @Test
    void theFileOfTheContainersGivesRolesToGroupsAndNeedsOnlyAnIssuerAndAClient() {
        withUser()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addLast(yaml(Path.of("../docker/access/oidc.yaml"))))
                .withPropertyValues(
                        "perfloop.web.oidc.issuer=https://login.example/work", "perfloop.web.oidc.client-id=perfloop")
                .run(context -> assertThat(
                                context.getBean(WebUiProperties.class).oidc().roles())
                        .containsEntry("perfloop-operators", Set.of(Role.OPERATOR))
                        .containsKeys("perfloop-viewers", "perfloop-approvers", "perfloop-admins"));
    }

    private static PropertySource<?> yaml(Path file) {
        try {
            return new YamlPropertySourceLoader()
                    .load("access", new FileSystemResource(file))
                    .getFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ApplicationContextRunner withUser() {
        return application.withPropertyValues(
                "perfloop.web.users[0].name=ana",
                "perfloop.web.users[0].password=geheim",
                "perfloop.web.users[0].roles=OPERATOR");
    }
}
