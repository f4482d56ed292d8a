package dev.perfloop.alert.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What each kind of receiver over HTTP understands. */
final class Bodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Bodies() {}

    static JsonNode of(Channel.Kind kind, Telling telling) {
        return switch (kind) {
            case WEBHOOK -> webhook(telling);
            case SLACK -> JSON.objectNode().put("text", slack(telling));
            case TEAMS -> teams(telling);
            case ALERTMANAGER -> JSON.arrayNode().add(alertmanager(telling));
            case EMAIL -> throw new IllegalArgumentException("Mail is no JSON");
        };
    }

    private static JsonNode webhook(Telling telling) {
        var body = JSON.objectNode()
                .put("alert", telling.alert().toString())
                .put("event", telling.event())
                .put("target", telling.target())
                .put("family", telling.family())
                .put("severity", telling.severity())
                .put("words", telling.words())
                .put("openedAt", telling.openedAt().toString())
                .put("at", telling.madeAt().toString());
        return telling.page() instanceof String page ? body.put("page", page) : body;
    }

    private static JsonNode teams(Telling telling) {
        var card = JSON.objectNode()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        card.putArray("body")
                .add(text(telling.title()).put("weight", "Bolder").put("size", "Medium"))
                .add(text(telling.words()));
        if (telling.page() instanceof String page) {
            card.putArray("actions")
                    .addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "Open in Perfloop")
                    .put("url", page);
        }
        var message = JSON.objectNode().put("type", "message");
        message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .set("content", card);
        return message;
    }

    private static ObjectNode text(String text) {
        return JSON.objectNode().put("type", "TextBlock").put("text", text).put("wrap", true);
    }

    /** Labels name the alert, so that its end meets its begin. */
    private static JsonNode alertmanager(Telling telling) {
        var alert = JSON.objectNode().put("startsAt", telling.openedAt().toString());
        if (telling.isOver()) {
            alert.put("endsAt", telling.madeAt().toString());
        }
        if (telling.page() instanceof String page) {
            alert.put("generatorURL", page);
        }
        alert.putObject("labels")
                .put("alertname", "Perfloop" + family(telling.family()))
                .put("target", telling.target())
                .put("alert", telling.alert().toString());
        alert.putObject("annotations")
                .put("summary", telling.words())
                .put("severity", telling.severity().toLowerCase(Locale.ROOT));
        return alert;
    }

    private static String family(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String slack(Telling telling) {
        String text = "*" + slack(telling.title()) + "*\n" + slack(telling.words());
        return telling.page() instanceof String page ? text + "\n" + slack(page) : text;
    }

    /** Slack reads these three as markup. */
    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
