package dev.perfloop.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What the audit log cannot read off a request's address; never a body, never a secret. */
public final class Audited {
    private static final String SUBJECT = Audited.class.getName() + ".subject";
    private static final String TARGET = Audited.class.getName() + ".target";
    private static final String TOKEN = Audited.class.getName() + ".token";
    private static final String WHO = Audited.class.getName() + ".who";

    private Audited() {}

    /** What came of the request, such as the id of a new run. */
    public static void subject(HttpServletRequest request, String id) {
        request.setAttribute(SUBJECT, id);
    }

    public static void target(HttpServletRequest request, String name) {
        request.setAttribute(TARGET, name);
    }

    public static void token(HttpServletRequest request, String id) {
        request.setAttribute(TOKEN, id);
    }

    /** Somebody who is known and was not let in. */
    public static void who(HttpServletRequest request, String name) {
        request.setAttribute(WHO, name);
    }

    static @Nullable String subject(HttpServletRequest request) {
        return (String) request.getAttribute(SUBJECT);
    }

    static @Nullable String target(HttpServletRequest request) {
        return (String) request.getAttribute(TARGET);
    }

    static @Nullable String token(HttpServletRequest request) {
        return (String) request.getAttribute(TOKEN);
    }

    static @Nullable String who(HttpServletRequest request) {
        return (String) request.getAttribute(WHO);
    }
}
