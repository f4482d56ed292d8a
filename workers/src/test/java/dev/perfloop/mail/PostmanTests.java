package dev.perfloop.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.perfloop.mail.MailProperties.Security;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostmanTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Letter LETTER = new Letter("Grüße", "plain – text", "<p>rich – text</p>");

    private final GreenMail server = Posts.server(0);
    private final int port = server.getSmtp().getPort();

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aLetterArrivesInBothForms() throws Exception {
        assertThat(send("ops@example.org", LETTER)).isInstanceOf(Answer.Taken.class);

        MimeMessage message = received();
        assertThat(message.getSubject()).isEqualTo("Grüße");
        assertThat(message.getFrom()[0]).hasToString("perfloop@example.org");
        assertThat(message.getMessageID()).isEqualTo("<letter-7@perfloop>");
        assertThat(message.getSentDate()).isEqualTo(NOON);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(message, "text/plain")).isEqualTo("plain – text");
        assertThat(part(message, "text/html")).isEqualTo("<p>rich – text</p>");
    }

    @Test
    void aSubjectBeginsNoOtherHeader() throws Exception {
        send("ops@example.org", new Letter("Hot\r\nBcc: eve@example.org\r\n\r\n<html>\u2028x\u0000", "t", "h"));

        assertThat(received().getHeader("Bcc")).isNull();
        assertThat(received().getSubject()).isEqualTo("Hot Bcc: eve@example.org <html> x");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() {
        var letter = new Letter("😀".repeat(300), "t", "h");

        assertThat(letter.subject().codePoints().filter(point -> point >= 0xD800 && point < 0xE000))
                .isEmpty();
        assertThat(letter.subject()).endsWith("…").hasSizeLessThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "a@example.org, b@example.org",
                "a@example.org\r\nRCPT TO:<eve@example.org>",
                "a@example.org\nBcc: eve@example.org",
                "a@ex ample.org",
                ""
            })
    void whatIsNoSingleMailboxGetsNothing(String mailbox) {
        assertThat(send(mailbox, LETTER)).isInstanceOf(Answer.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 no relaying, Refused",
        "RCPT, 550 5.1.1 no such user, Refused",
        "RCPT, 450 4.2.0 greylisted, NotNow",
        "DATA, 554 5.3.4 not today, Refused",
        "., 452 4.3.1 disk full, NotNow",
        "., 552 5.3.4 too big, Refused"
    })
    void aServersNoIsForGoodOrForNow(String command, String answer, String expected) {
        try (var unwell = new UnwellServer(command, answer)) {
            var its = Posts.postman(unwell.port()).send("letter-7", "ops@example.org", LETTER, NOON);

            assertThat(its.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(its.words()).isEqualTo("The mail server answered " + answer.substring(0, 3) + ".");
        }
    }

    @Test
    void aServerThatIsAwayMayComeBack() {
        server.stop();
        assertThat(send("ops@example.org", LETTER))
                .isInstanceOfSatisfying(
                        Answer.NotNow.class,
                        away -> assertThat(away.words()).startsWith("The mail server could not be reached: "));

        var again = Posts.server(port);
        try {
            assertThat(send("ops@example.org", LETTER)).isInstanceOf(Answer.Taken.class);
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
    }

    @Test
    void nothingGoesInTheClearUnlessTheSettingsSaySo() {
        var careful = new Postman(Posts.properties("127.0.0.1", port, "", "", Security.STARTTLS));

        assertThat(careful.send("letter-7", "ops@example.org", LETTER, NOON)).isInstanceOf(Answer.NotNow.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aPasswordIsShownAndAWrongOneIsForAPersonToMend() {
        server.setUser("perfloop@example.org", "perfloop", "right");
        var right = new Postman(Posts.properties("127.0.0.1", port, "perfloop", "right", Security.NONE));
        var wrong = new Postman(Posts.properties("127.0.0.1", port, "perfloop", "wrong", Security.NONE));

        assertThat(right.send("letter-7", "ops@example.org", LETTER, NOON)).isInstanceOf(Answer.Taken.class);
        assertThat(wrong.send("letter-8", "ops@example.org", LETTER, NOON)).isInstanceOf(Answer.Refused.class);
        assertThat(Posts.properties("mail", 25, "perfloop", "wrong", Security.NONE))
                .hasToString("mail:25");
    }

    @Test
    void withoutAServerThatIsSaid() {
        assertThat(Posts.none().isThere()).isFalse();
        assertThat(Posts.none().send("letter-7", "ops@example.org", LETTER, NOON))
                .isEqualTo(new Answer.Refused("There is no mail server in the settings (perfloop.mail.host)."));
    }

    private Answer send(String mailbox, Letter letter) {
        return Posts.postman(port).send("letter-7", mailbox, letter, NOON);
    }

    private MimeMessage received() {
        return server.getReceivedMessages()[0];
    }

    private static String part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int n = 0; n < parts.getCount(); n++) {
                String found = part(parts.getBodyPart(n), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
