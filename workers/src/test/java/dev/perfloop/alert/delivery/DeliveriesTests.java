package dev.perfloop.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.alert.delivery.Channel.Kind;
import dev.perfloop.mail.Posts;
import dev.perfloop.support.Database;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveriesTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final URI PAGES = URI.create("https://perfloop.example.org/in/");
    private static final String PAGE = "https://perfloop.example.org/in/alerts?target=shop";

    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final Inbox inbox = new Inbox();
    private Instant now = NOON;

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void aWebhookIsToldOnceAndSigned() throws Exception {
        told(channel(Kind.WEBHOOK, "top-secret"), "CRITICAL");
        deliver(channel(Kind.WEBHOOK, "top-secret"));
        deliver(channel(Kind.WEBHOOK, "top-secret"));

        assertThat(inbox.received).singleElement().satisfies(received -> {
            assertThat(json(received.body()).path("words").asText()).isEqualTo("p95 <too> high");
            assertThat(json(received.body()).path("event").asText()).isEqualTo("CRITICAL");
            assertThat(json(received.body()).path("page").asText()).isEqualTo(PAGE);
            String time = received.headers().getFirst(Receiver.TIME);
            assertThat(received.headers().getFirst(Receiver.SIGNATURE))
                    .isEqualTo("sha256=" + Receiver.signature("top-secret", time + "." + received.body()));
            assertThat(received.headers().getFirst(Receiver.DELIVERY)).isNotBlank();
        });
        assertThat(journal()).isEqualTo("SENT 1 It answered 200.");
        assertThat(text("SELECT alert_delivery::text FROM alert_delivery")).doesNotContain("secret", "127.0.0.1");
    }

    /** RFC 4231, test case 2. */
    @Test
    void theSignatureIsThatOfTheStandard() {
        assertThat(Receiver.signature("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aReceiverThatIsUnwellIsToldAgainWithGrowingPauses() {
        inbox.answer(503, 429);
        told(channel(Kind.WEBHOOK, ""), "WARNING");

        deliver(channel(Kind.WEBHOOK, ""));
        assertThat(journal()).isEqualTo("WAITING 1 It answered 503.");
        now = NOON.plusSeconds(9);
        deliver(channel(Kind.WEBHOOK, ""));
        assertThat(inbox.received).as("its pause is not over").hasSize(1);
        now = NOON.plusSeconds(10);
        deliver(channel(Kind.WEBHOOK, ""));
        now = NOON.plusSeconds(29);
        deliver(channel(Kind.WEBHOOK, ""));
        assertThat(inbox.received).hasSize(2);
        now = NOON.plusSeconds(30);
        deliver(channel(Kind.WEBHOOK, ""));

        assertThat(journal()).isEqualTo("SENT 3 It answered 200.");
        assertThat(inbox.received)
                .extracting(received -> received.headers().getFirst(Receiver.DELIVERY))
                .containsOnly(inbox.received.getFirst().headers().getFirst(Receiver.DELIVERY));
    }

    @Test
    void aReceiverThatIsAwayIsGivenUpAfterADay() {
        var nobody = new Channel("ops", Kind.WEBHOOK, URI.create("http://127.0.0.1:1/hook"), "");
        told(nobody, "WARNING");
        deliver(nobody);
        assertThat(journal()).startsWith("WAITING 1 It could not be reached");

        now = NOON.plus(Duration.ofHours(25));
        deliver(nobody);
        assertThat(journal()).startsWith("GIVEN_UP 2");
    }

    @Test
    void whatAReceiverRefusesIsNotSentAgain() {
        inbox.answer(404);
        told(channel(Kind.WEBHOOK, ""), "WARNING");
        deliver(channel(Kind.WEBHOOK, ""));
        now = NOON.plus(Duration.ofHours(2));
        deliver(channel(Kind.WEBHOOK, ""));

        assertThat(inbox.received).hasSize(1);
        assertThat(journal()).isEqualTo("GIVEN_UP 1 It answered 404.");
    }

    @Test
    void slackReadsNoMarkupInIt() throws Exception {
        told(channel(Kind.SLACK, ""), "CRITICAL");
        deliver(channel(Kind.SLACK, ""));

        assertThat(sent().path("text").asText()).isEqualTo("*Critical: POOL of shop*\np95 &lt;too&gt; high\n" + PAGE);
    }

    @Test
    void teamsGetsACard() throws Exception {
        told(channel(Kind.TEAMS, ""), "WARNING");
        deliver(channel(Kind.TEAMS, ""));

        var card = sent().path("attachments").path(0).path("content");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.path("body").path(0).path("text").asText()).isEqualTo("Warning: POOL of shop");
        assertThat(card.path("actions").path(0).path("url").asText()).isEqualTo(PAGE);
    }

    @Test
    void anAlertmanagerHearsOfBeginAndEndUnderTheSameLabels() throws Exception {
        UUID alert = told(channel(Kind.ALERTMANAGER, ""), "CRITICAL");
        deliver(channel(Kind.ALERTMANAGER, ""));
        jdbc.sql("UPDATE alert SET state = 'RESOLVED', resolved_at = now()").update();
        deliver(channel(Kind.ALERTMANAGER, ""));
        deliver(channel(Kind.ALERTMANAGER, ""));

        assertThat(inbox.received)
                .hasSize(2)
                .allSatisfy(received -> assertThat(received.path()).isEqualTo("/hook/api/v2/alerts"));
        var begin = json(inbox.received.get(0).body()).path(0);
        var end = json(inbox.received.get(1).body()).path(0);
        assertThat(begin.path("labels")).isEqualTo(end.path("labels"));
        assertThat(begin.path("labels").path("alert").asText()).isEqualTo(alert.toString());
        assertThat(begin.path("generatorURL").asText()).isEqualTo(PAGE);
        assertThat(begin.has("endsAt")).isFalse();
        assertThat(end.path("endsAt").asText()).isEqualTo(NOON.toString());
    }

    @Test
    void aChannelThatIsGoneFromTheSettingsIsGivenUp() {
        told(channel(Kind.WEBHOOK, ""), "WARNING");
        var none = new DeliveryProperties(
                List.of(), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(1), PAGES);
        new Deliveries(new DeliveryRepository(jdbc), none, receivers(), () -> now).deliver();

        assertThat(journal()).isEqualTo("GIVEN_UP 1 There is no such channel in the settings any more.");
    }

    @Test
    void whatIsPrintedOfAChannelHoldsNoSecret() {
        assertThat(channel(Kind.SLACK, "top-secret")).hasToString("ops (SLACK)");
    }

    private Channel channel(Kind kind, String secret) {
        return new Channel("ops", kind, inbox.url(), secret);
    }

    private UUID told(Channel channel, String severity) {
        UUID alert = jdbc.sql("""
                        INSERT INTO alert (id, target_id, family, severity, state, words, opened_at, seen_at)
                        VALUES (gen_random_uuid(), 'shop', 'POOL', :severity, 'OPEN', 'p95 <too> high', now(), now())
                        RETURNING id""").param("severity", severity).query(UUID.class).single();
        new Outbox(new DeliveryRepository(jdbc), properties(channel), () -> now).tell(alert, severity);
        return alert;
    }

    private void deliver(Channel channel) {
        new Deliveries(new DeliveryRepository(jdbc), properties(channel), receivers(), () -> now).deliver();
    }

    private static DeliveryProperties properties(Channel channel) {
        return new DeliveryProperties(
                List.of(channel), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(1), PAGES);
    }

    private static Receivers receivers() {
        return new Receivers(new Receiver(), Posts.none());
    }

    private String journal() {
        return text("SELECT status || ' ' || attempts || ' ' || last_words FROM alert_delivery");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private JsonNode sent() throws Exception {
        return json(inbox.received.getFirst().body());
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text);
    }
}
