package dev.perfloop.alert.delivery;

import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A receiver.
 *
 * @param name   in the journal and in front of people
 * @param url    where it listens, or its mailbox; it may hold a secret, so it is neither kept nor logged
 * @param secret what a webhook's body is signed with; empty for no signature
 */
record Channel(
        String name, Kind kind, URI url, @DefaultValue("") String secret) {

    enum Kind {
        /** JSON of ours, signed with HMAC-SHA256 where there is a secret. */
        WEBHOOK,
        /** An incoming webhook of Slack. */
        SLACK,
        /** A workflow's webhook of Microsoft Teams, which takes adaptive cards. */
        TEAMS,
        /** An Alertmanager of Prometheus, over its API v2. */
        ALERTMANAGER,
        /** A mailbox, as {@code mailto:ops@example.org}; over the server of {@code perfloop.mail}. */
        EMAIL
    }

    @Override
    public String toString() {
        return name + " (" + kind + ")";
    }
}
