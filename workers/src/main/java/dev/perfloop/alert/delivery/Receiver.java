package dev.perfloop.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.mail.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Sends to a receiver over HTTP. */
@Component
class Receiver {
    /**
     * {@code sha256=} and the HMAC in hex of the time, a dot and the body, with the time in {@value #TIME}: what was overheard cannot be
     * sent again later.
     */
    static final String SIGNATURE = "Perfloop-Signature";

    static final String TIME = "Perfloop-Time";
    /** The same for each attempt, so that a receiver can tell a repetition. */
    static final String DELIVERY = "Perfloop-Delivery";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ACCEPTED = 200;
    private static final int REDIRECTED = 300;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = new JsonMapper();

    Answer send(Channel channel, Telling telling, Duration patience) throws InterruptedException {
        try {
            var answer = http.send(request(channel, telling, patience), BodyHandlers.discarding());
            return read(answer.statusCode());
        } catch (IOException unreachable) {
            return new Answer.NotNow(
                    "It could not be reached: " + unreachable.getClass().getSimpleName() + ".");
        } catch (IllegalArgumentException noAddress) {
            return new Answer.Refused("Its URL is no address that can be sent to.");
        }
    }

    private HttpRequest request(Channel channel, Telling telling, Duration patience) {
        String body = text(channel, telling);
        String time = telling.madeAt().toString();
        var request = HttpRequest.newBuilder(address(channel))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header(DELIVERY, String.valueOf(telling.id()))
                .POST(BodyPublishers.ofString(body));
        if (!channel.secret().isEmpty()) {
            request.header(TIME, time).header(SIGNATURE, "sha256=" + signature(channel.secret(), time + "." + body));
        }
        return request.build();
    }

    private static URI address(Channel channel) {
        return channel.kind() == Channel.Kind.ALERTMANAGER
                ? URI.create(channel.url().toString().replaceFirst("/+$", "") + "/api/v2/alerts")
                : channel.url();
    }

    private static Answer read(int status) {
        String words = "It answered " + status + ".";
        if (status >= ACCEPTED && status < REDIRECTED) {
            return new Answer.Taken(words);
        }
        boolean passing = status >= BROKEN || status == TIMED_OUT || status == TOO_MANY;
        return passing ? new Answer.NotNow(words) : new Answer.Refused(words);
    }

    private String text(Channel channel, Telling telling) {
        try {
            return json.writeValueAsString(Bodies.of(channel.kind(), telling));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
