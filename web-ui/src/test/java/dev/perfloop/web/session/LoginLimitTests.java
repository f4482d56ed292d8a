package dev.perfloop.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class LoginLimitTests {
    private static final int PER_NAME = 10;
    private static final int PER_ADDRESS = 30;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SteppedClock clock;

    private final String name = "guess-" + UUID.randomUUID();
    private final String address = "2001:db8:0:" + Integer.toHexString(name.hashCode() & 0xffff) + "::1";

    /** Other tests log in under the same names. */
    @AfterEach
    void forget() {
        clock.advance(Duration.ofHours(3));
    }

    @Test
    void afterTenFailuresUnderANameTheEleventhIsNotLookedAt() {
        for (int i = 0; i < PER_NAME; i++) {
            assertThat(login("viewer", "wrong", "192.0.2." + i)).hasStatus(401);
        }

        MvcTestResult refused = login("viewer", "viewer", "192.0.2.99");
        assertThat(refused)
                .as("the right password as well")
                .hasStatus(429)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .startsWith("Wait ");
        assertThat(refused.getResponse().getHeader("Retry-After")).matches("[1-9][0-9]*");
        assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 60);

        clock.advance(Duration.ofMinutes(1));
        assertThat(login("viewer", "viewer", "192.0.2.99")).hasStatusOk();
    }

    @Test
    void guessesUnderManyNamesCountForTheAddress() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(login(name + i, "wrong", address)).hasStatus(401);
        }

        assertThat(login("viewer", "viewer", address)).hasStatus(429);
        assertThat(login("viewer", "viewer", "192.0.2.98")).as("from elsewhere").hasStatusOk();
    }

    @Test
    void allAddressesOfAnIpv6NetworkAreOneClient() {
        String network = "2001:db8:" + Integer.toHexString(name.hashCode() & 0xffff) + ":1:";
        for (int i = 0; i < PER_ADDRESS; i++) {
            login(name + i, "wrong", network + ":" + Integer.toHexString(i + 1));
        }

        assertThat(login("viewer", "viewer", network + "aaaa::1")).hasStatus(429);
        assertThat(login("viewer", "viewer", network.replace(":1:", ":2:") + ":1"))
                .as("the next network")
                .hasStatusOk();
    }

    @Test
    void basicCountsLikeTheLoginPage() {
        for (int i = 0; i < PER_NAME; i++) {
            assertThat(basic(name, "wrong")).hasStatus(401);
        }

        MvcTestResult refused = basic(name, "wrong");
        assertThat(refused).hasStatus(429).bodyJson().hasPath("$.mend");
        assertThat(refused.getResponse().getHeader("Retry-After")).isNotNull();
        assertThat(login(name, "wrong", "192.0.2.97")).hasStatus(429);
    }

    @Test
    void rightPasswordsAreNeverTooMany() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = many.invokeAll(IntStream.range(0, 3 * PER_ADDRESS)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> basic("viewer", "viewer").getResponse().getStatus())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void guessesAtTheSameTimeArePaidForAfterwards() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            many.invokeAll(IntStream.range(0, 4 * PER_ADDRESS)
                    .<Callable<MvcTestResult>>mapToObj(i -> () -> login(name + i, "wrong", address))
                    .toList());
        }

        assertThat(login("viewer", "viewer", address)).hasStatus(429);
    }

    private MvcTestResult basic(String user, String password) {
        return mvc.get()
                .uri("/api/runs")
                .with(httpBasic(user, password))
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult login(String user, String password, String from) {
        return mvc.post()
                .uri("/api/login")
                .cookie(new Cookie("XSRF-TOKEN", "token"))
                .header("X-XSRF-TOKEN", "token")
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .param("username", user)
                .param("password", password)
                .exchange();
    }
}
