package dev.perfloop.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;

/** Hands a letter to the mail server, now. */
@Service
public class Postman {
    private final MailProperties properties;
    private final JavaMailSenderImpl server;

    Postman(MailProperties properties) {
        this.properties = properties;
        this.server = connected(properties);
    }

    /** Whether there is a server in the settings. */
    public boolean isThere() {
        return !properties.host().isEmpty();
    }

    /**
     * @param id      the same for each attempt, so that a mailbox can tell a repetition; letters, digits, dots and dashes
     * @param mailbox one address
     */
    public Answer send(String id, String mailbox, Letter letter, Instant written) {
        if (!isThere()) {
            return new Answer.Refused("There is no mail server in the settings (perfloop.mail.host).");
        }
        MimeMessage message;
        try {
            message = message(id, mailbox, letter, written);
        } catch (AddressException noMailbox) {
            return new Answer.Refused("Its address, or the sender's, is no mailbox.");
        } catch (MessagingException impossible) {
            return new Answer.Refused("It cannot be written as mail.");
        }
        try {
            server.send(message);
            return new Answer.Taken("The mail server took it.");
        } catch (MailException failed) {
            return Failures.read(failed);
        }
    }

    private MimeMessage message(String id, String mailbox, Letter letter, Instant written) throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(mailbox(properties.from()));
        helper.setTo(mailbox(mailbox));
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        helper.setSentDate(Date.from(written));
        message.setHeader("Message-ID", "<" + id + "@perfloop>");
        // RFC 3834: no out-of-office note answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Strict: neither a list nor a line break gets through. */
    private static InternetAddress mailbox(String text) throws AddressException {
        var address = new InternetAddress(text, true);
        address.validate();
        return address;
    }

    private static JavaMailSenderImpl connected(MailProperties properties) {
        String patience = String.valueOf(properties.patience().toMillis());
        String protocol = properties.security() == MailProperties.Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        var session = new Properties();
        session.setProperty(prefix + "connectiontimeout", patience);
        session.setProperty(prefix + "timeout", patience);
        session.setProperty(prefix + "writetimeout", patience);
        session.setProperty(prefix + "auth", String.valueOf(!properties.user().isEmpty()));
        session.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (properties.security() == MailProperties.Security.STARTTLS) {
            session.setProperty(prefix + "starttls.enable", "true");
            session.setProperty(prefix + "starttls.required", "true");
        }
        var server = new JavaMailSenderImpl();
        server.setProtocol(protocol);
        server.setHost(properties.host());
        server.setPort(properties.port());
        if (!properties.user().isEmpty()) {
            server.setUsername(properties.user());
            server.setPassword(properties.password());
        }
        server.setJavaMailProperties(session);
        return server;
    }
}
