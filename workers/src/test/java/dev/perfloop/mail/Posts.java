package dev.perfloop.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.perfloop.mail.MailProperties.Security;
import java.time.Duration;

/** A post office for tests: servers of GreenMail, and postmen who know the way. */
public final class Posts {
    private Posts() {}

    /** @param port 0 for any that is free */
    public static GreenMail server(int port) {
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    public static Postman postman(int port) {
        return new Postman(properties("127.0.0.1", port, "", "", Security.NONE));
    }

    public static Postman none() {
        return new Postman(properties("", 0, "", "", Security.NONE));
    }

    static MailProperties properties(String host, int port, String user, String password, Security security) {
        return new MailProperties(
                host,
                port,
                user,
                password,
                "perfloop@example.org",
                security,
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Duration.ofDays(3));
    }
}
