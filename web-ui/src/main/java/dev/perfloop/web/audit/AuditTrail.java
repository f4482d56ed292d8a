package dev.perfloop.web.audit;

import dev.perfloop.web.WebUiProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/** Decides what of the requests is a deed, and writes it down. */
@Service
public class AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final int LONGEST = 300;
    private static final int UNAUTHORIZED = 401;
    private static final String CALLBACK = "/login/oauth2/code/";

    private final AuditRepository events;
    private final Endpoints endpoints;
    private final WebUiProperties properties;
    private final InstantSource clock;

    AuditTrail(AuditRepository events, Endpoints endpoints, WebUiProperties properties, InstantSource clock) {
        this.events = events;
        this.endpoints = endpoints;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Failed logins are written down as far as somebody looked at them: those are limited, so that nobody can fill the
     * log from outside.
     */
    void ended(HttpServletRequest request, int status, @Nullable String before, @Nullable String after) {
        String path = request.getRequestURI();
        if (path.equals("/api/login") && request.getMethod().equals("POST")) {
            if (after != null || status == UNAUTHORIZED) {
                login(request, Way.SESSION, status, after != null ? after : known(request.getParameter("username")));
            }
        } else if (path.startsWith(CALLBACK)) {
            String refused = Audited.who(request);
            if (after != null || refused != null) {
                login(request, Way.OIDC, after != null ? status : UNAUTHORIZED, after != null ? after : refused);
            }
        } else if (status == UNAUTHORIZED && basicName(request) != null) {
            login(request, Way.BASIC, status, known(basicName(request)));
        } else if (path.equals("/api/logout") && before != null) {
            write(deed(request, way(request), "LOGOUT", "", status, before, null));
        } else if (!AuditFilter.looks(request) && (after != null || before != null)) {
            write(change(request, status, after != null ? after : before));
        }
    }

    private void login(HttpServletRequest request, Way way, int status, @Nullable String who) {
        write(deed(request, way, "LOGIN", "", status, who, null));
    }

    private Deed change(HttpServletRequest request, int status, @Nullable String who) {
        var endpoint = endpoints.of(request.getMethod(), request.getRequestURI());
        String ids = String.join(" ", endpoint.variables().values());
        return deed(
                request,
                way(request),
                request.getMethod() + " " + endpoint.template(),
                Objects.requireNonNullElse(Audited.subject(request), ids),
                status,
                who,
                endpoint);
    }

    private Deed deed(
            HttpServletRequest request,
            Way way,
            String action,
            String subject,
            int status,
            @Nullable String who,
            Endpoints.@Nullable Endpoint endpoint) {
        String named = Audited.target(request);
        return new Deed(
                clock.instant(),
                who == null ? null : tidy(who),
                way,
                Audited.token(request),
                tidy(action),
                tidy(subject),
                named != null ? tidy(named) : first(endpoint, "/api/targets/"),
                first(endpoint, "/api/runs/"),
                first(endpoint, "/api/approvals/"),
                status,
                tidy(String.valueOf(request.getRemoteAddr())));
    }

    private static @Nullable String first(Endpoints.@Nullable Endpoint endpoint, String room) {
        if (endpoint == null || !endpoint.template().startsWith(room + "{")) {
            return null;
        }
        String name = endpoint.template()
                .substring(room.length() + 1, endpoint.template().indexOf('}'));
        String value = endpoint.variables().get(name);
        return value == null ? null : tidy(value);
    }

    /** What was typed as a name and is none may be a password. */
    private @Nullable String known(@Nullable String name) {
        return name == null
                ? null
                : properties.localUser(name).map(WebUiProperties.User::name).orElse(null);
    }

    private static Way way(HttpServletRequest request) {
        if (Audited.token(request) != null) {
            return Way.TOKEN;
        }
        return basicName(request) != null ? Way.BASIC : Way.SESSION;
    }

    private static @Nullable String basicName(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String plain =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return plain.substring(0, Math.max(0, plain.indexOf(':')));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String tidy(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }

    /** What happened has happened: a log that cannot be written is an alarm, not a failure of the request. */
    private void write(Deed deed) {
        try {
            events.write(deed);
        } catch (DataAccessException lost) {
            log.error("action=audit result=lost deed={}", deed, lost);
        }
    }
}
