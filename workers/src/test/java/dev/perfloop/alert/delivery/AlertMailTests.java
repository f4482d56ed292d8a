package dev.perfloop.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.perfloop.alert.delivery.Channel.Kind;
import dev.perfloop.mail.Posts;
import dev.perfloop.mail.UnwellServer;
import dev.perfloop.support.Database;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlertMailTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String HOSTILE =
            "GET /x</td><script>alert(1)</script>\r\nBcc: eve@example.org\r\n.\r\nQUIT & \"p95\"";

    private static final URI PAGES = URI.create("https://perfloop.example.org");

    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final GreenMail server = Posts.server(0);
    private Channel channel = mailbox("mailto:ops@example.org");
    private int port = server.getSmtp().getPort();
    private Instant now = NOON;

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aMailboxHearsOfBeginAndEnd() throws Exception {
        UUID alert = told("request_p95_ms is 350 ms");
        deliver();
        jdbc.sql("UPDATE alert SET state = 'RESOLVED', resolved_at = now()").update();
        now = NOON.plusSeconds(60);
        deliver();
        deliver();

        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("[Perfloop] Critical: POOL of shop");
        assertThat(mails[1].getSubject()).isEqualTo("[Perfloop] Resolved: POOL of shop");
        assertThat(mails[0].getMessageID()).isNotEqualTo(mails[1].getMessageID());
        assertThat(GreenMailUtil.getBody(mails[0]))
                .contains("request_p95_ms is 350 ms", alert.toString(), "https://perfloop.example.org/alerts?target");
        assertThat(GreenMailUtil.getBody(mails[1])).contains("until 21 November 2026 12:01:00 UTC");
        assertThat(journal()).containsOnly("SENT 1 The mail server took it.");
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        told(HOSTILE);
        jdbc.sql("UPDATE alert SET target_id = 'shop' || chr(13) || chr(10) || 'Bcc: eve@example.org'")
                .update();
        deliver();

        assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(Arrays.stream(mail.getAllRecipients()).map(Object::toString))
                    .containsExactly("ops@example.org");
        });
        var letter = AlertMail.of(new Telling(
                1, UUID.randomUUID(), "ops", "CRITICAL", "<b>", "POOL", "CRITICAL", HOSTILE, NOON, NOON, 0, null));
        assertThat(letter.html())
                .doesNotContain("<script", "<b>", "href")
                .contains("&lt;script&gt;", "&quot;p95&quot;");
    }

    @Test
    void aRefusedMailboxIsGivenUpAtOnceAndSaidSo() {
        try (var unwell = new UnwellServer("RCPT", "550 5.1.1 no such user")) {
            port = unwell.port();
            told("too high");
            deliver();
            now = NOON.plus(Duration.ofHours(2));
            deliver();

            assertThat(journal()).containsExactly("GIVEN_UP 1 The mail server answered 550.");
        }
    }

    @Test
    void aServerThatWasDownIsToldWhenItIsUp() {
        server.stop();
        told("too high");
        deliver();
        assertThat(journal()).singleElement().asString().startsWith("WAITING 1 The mail server could not be reached");

        var again = Posts.server(port);
        try {
            now = NOON.plusSeconds(10);
            deliver();
            assertThat(again.getReceivedMessages()).hasSize(1);
            assertThat(journal()).containsExactly("SENT 2 The mail server took it.");
        } finally {
            again.stop();
        }
    }

    @Test
    void whatIsNoMailboxIsSaid() {
        channel = mailbox("https://example.org/hook");
        told("too high");
        deliver();
        assertThat(journal()).containsExactly("GIVEN_UP 1 Its URL is no mailbox (mailto:ops@example.org).");
    }

    @Test
    void anAddressBringsNoCommandsWithIt() {
        channel = mailbox("mailto:ops@example.org%0D%0ARCPT%20TO:%3Ceve@example.org%3E");
        told("too high");
        deliver();
        assertThat(journal()).containsExactly("GIVEN_UP 1 Its address, or the sender's, is no mailbox.");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static Channel mailbox(String url) {
        return new Channel("duty", Kind.EMAIL, URI.create(url), "");
    }

    private UUID told(String words) {
        UUID alert = jdbc.sql("""
                        INSERT INTO alert (id, target_id, family, severity, state, words, opened_at, seen_at)
                        VALUES (gen_random_uuid(), 'shop', 'POOL', 'CRITICAL', 'OPEN', :words, now(), now())
                        RETURNING id""").param("words", words).query(UUID.class).single();
        new Outbox(new DeliveryRepository(jdbc), properties(), () -> now).tell(alert, "CRITICAL");
        return alert;
    }

    private void deliver() {
        var receivers = new Receivers(new Receiver(), Posts.postman(port));
        new Deliveries(new DeliveryRepository(jdbc), properties(), receivers, () -> now).deliver();
    }

    private DeliveryProperties properties() {
        return new DeliveryProperties(
                List.of(channel), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(1), PAGES);
    }

    private List<String> journal() {
        return jdbc.sql("SELECT status || ' ' || attempts || ' ' || last_words FROM alert_delivery ORDER BY id")
                .query(String.class)
                .list();
    }
}
