package dev.perfloop.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.mail.MailProperties.Security;
import dev.perfloop.support.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LetterBoxTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final LetterRepository rows = new LetterRepository(jdbc);
    private Instant now = NOON;

    @Test
    void aCauseIsPostedOnceToAMailboxAndSentOnce() {
        var server = Posts.server(0);
        try {
            assertThat(post("ops@example.org")).isTrue();
            assertThat(post("ops@example.org")).isFalse();
            assertThat(post("dev@example.org")).isTrue();

            send(server.getSmtp().getPort());
            send(server.getSmtp().getPort());

            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(text("SELECT string_agg(DISTINCT status || attempts, ',') FROM letter"))
                    .isEqualTo("SENT1");
            assertThat(text("SELECT count(*) FROM letter WHERE body IS NULL AND html IS NULL"))
                    .as("what is in it is let go")
                    .isEqualTo("2");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatWasDownGetsItWhenItIsUpAgain() {
        var server = Posts.server(0);
        int port = server.getSmtp().getPort();
        server.stop();
        post("ops@example.org");
        send(port);
        now = NOON.plusSeconds(59);
        send(port);
        assertThat(journal()).startsWith("WAITING 1 The mail server could not be reached: ");
        now = NOON.plusSeconds(60);
        send(port);
        assertThat(journal()).startsWith("WAITING 2 ");

        var again = Posts.server(port);
        try {
            now = NOON.plusSeconds(179);
            send(port);
            assertThat(again.getReceivedMessages()).as("its pause has doubled").isEmpty();
            now = NOON.plusSeconds(180);
            send(port);

            assertThat(again.getReceivedMessages()).hasSize(1);
            assertThat(journal()).isEqualTo("SENT 3 The mail server took it.");
        } finally {
            again.stop();
        }
    }

    @Test
    void aMailboxThatIsRefusedIsNotTriedAgain() {
        try (var unwell = new UnwellServer("RCPT", "550 5.1.1 no such user")) {
            post("gone@example.org");
            send(unwell.port());
            now = NOON.plus(Duration.ofHours(2));
            send(unwell.port());

            assertThat(journal()).isEqualTo("GIVEN_UP 1 The mail server answered 550.");
            assertThat(unwell.commands)
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(1);
        }
    }

    @Test
    void afterThreeDaysNobodyWantsToReadIt() {
        try (var unwell = new UnwellServer("RCPT", "450 4.2.0 later")) {
            post("ops@example.org");
            now = NOON.plus(Duration.ofDays(3));
            send(unwell.port());

            assertThat(journal()).isEqualTo("GIVEN_UP 1 The mail server answered 450.");
        }
    }

    @Test
    void pausesGrowUpToAnHour() {
        assertThat(Pauses.after(1, Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(Pauses.after(4, Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(8));
        assertThat(Pauses.after(Integer.MAX_VALUE, Duration.ofMinutes(1))).isEqualTo(Duration.ofHours(1));
    }

    private boolean post(String mailbox) {
        return new LetterBox(rows, () -> now).post("weekly shop 2026-W47", mailbox, new Letter("s", "t", "h"));
    }

    private void send(int port) {
        var properties = Posts.properties("127.0.0.1", port, "", "", Security.NONE);
        new Mails(rows, properties, new Postman(properties), () -> now).send();
    }

    private String journal() {
        return text("SELECT status || ' ' || attempts || ' ' || last_words FROM letter");
    }

    private String text(String sql) {
        return String.valueOf(jdbc.sql(sql).query().singleValue());
    }
}
