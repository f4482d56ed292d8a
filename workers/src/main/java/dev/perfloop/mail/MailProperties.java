package dev.perfloop.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server; give it by the environment.
 *
 * @param host        empty for none: nothing is sent then, and that is said
 * @param user        empty for a server that asks nobody who they are
 * @param password    neither kept nor logged
 * @param from        the sender's mailbox
 * @param security    how what is sent is kept from others on the way
 * @param patience    how long it may take to connect, and to answer each command
 * @param firstPause  before a second attempt; each later pause is twice as long, up to an hour
 * @param giveUpAfter from then on nobody wants to read it any more
 */
@ConfigurationProperties("perfloop.mail")
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("perfloop@localhost") String from,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("PT10S") Duration patience,
        @DefaultValue("PT1M") Duration firstPause,
        @DefaultValue("P3D") Duration giveUpAfter) {

    enum Security {
        /** TLS from the first byte on (usually port 465). */
        TLS,
        /** TLS by command, without which nothing is sent. */
        STARTTLS,
        /** In the clear: for a relay on the same machine. */
        NONE
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
