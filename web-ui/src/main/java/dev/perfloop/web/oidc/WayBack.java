package dev.perfloop.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody was before the login, kept while they are at the provider. */
final class WayBack {
    private static final String FROM = WayBack.class.getName();
    private static final String START = "/";
    /** Only paths of ours: an address that somebody put into a link must not lead elsewhere. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    private WayBack() {}

    static void keep(HttpServletRequest request, String from) {
        PendingLogins.session(request).setAttribute(FROM, own(from));
    }

    static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return own(session == null ? null : (String) session.getAttribute(FROM));
    }

    static String own(@Nullable String path) {
        return path != null && OWN.matcher(path).matches() ? path : START;
    }
}
