package dev.perfloop.alert.delivery;

import dev.perfloop.mail.Answer;
import dev.perfloop.mail.Postman;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The way to each kind of receiver. */
@Component
class Receivers {
    private static final String MAILBOX = "mailto";

    private final Receiver http;
    private final Postman postman;

    Receivers(Receiver http, Postman postman) {
        this.http = http;
        this.postman = postman;
    }

    Answer send(Channel channel, Telling telling, Duration patience) throws InterruptedException {
        return channel.kind() == Channel.Kind.EMAIL ? mail(channel, telling) : http.send(channel, telling, patience);
    }

    private Answer mail(Channel channel, Telling telling) {
        if (!MAILBOX.equalsIgnoreCase(channel.url().getScheme())) {
            return new Answer.Refused("Its URL is no mailbox (mailto:ops@example.org).");
        }
        String mailbox = channel.url().getSchemeSpecificPart();
        return postman.send("alert-" + telling.id(), mailbox, AlertMail.of(telling), telling.madeAt());
    }
}
