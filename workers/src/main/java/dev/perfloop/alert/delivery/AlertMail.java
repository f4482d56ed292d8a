package dev.perfloop.alert.delivery;

import dev.perfloop.mail.Letter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** An alert as mail. */
final class AlertMail {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private AlertMail() {}

    static Letter of(Telling telling) {
        String what = telling.isOver() ? "It is over. It was: " + telling.words() : telling.words();
        String since = SECOND.format(telling.openedAt())
                + (telling.isOver() ? " until " : ", told ")
                + SECOND.format(telling.madeAt());
        String text = """
                %s

                Target:  %s
                Cause:   %s
                Since:   %s
                Alert:   %s
                %s""".formatted(
                        what,
                        telling.target(),
                        telling.family(),
                        since,
                        telling.alert(),
                        telling.page() instanceof String page ? "\n" + page + "\n" : "");
        String html = """
                <!DOCTYPE html>
                <html lang="en"><body style="font-family: sans-serif">
                <h2>%s</h2>
                <p>%s</p>
                <table>
                <tr><th align="left">Target</th><td>%s</td></tr>
                <tr><th align="left">Cause</th><td>%s</td></tr>
                <tr><th align="left">Since</th><td>%s</td></tr>
                <tr><th align="left">Alert</th><td>%s</td></tr>
                </table>
                %s</body></html>
                """.formatted(
                        safe(telling.title()),
                        safe(what),
                        safe(telling.target()),
                        safe(telling.family()),
                        since,
                        telling.alert(),
                        telling.page() instanceof String page
                                ? "<p><a href=\"" + safe(page) + "\">Open in Perfloop</a></p>\n"
                                : "");
        return new Letter("[Perfloop] " + telling.title(), text, html);
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
