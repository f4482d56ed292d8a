package dev.perfloop.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Logins that were begun, in sessions that soon end: anybody can begin one, and most memory would be theirs. */
final class PendingLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpSessionOAuth2AuthorizationRequestRepository sessions =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    static HttpSession session(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (SecurityContextHolder.getContext().getAuthentication() == null || session.isNew()) {
            session.setMaxInactiveInterval((int) PATIENCE.toSeconds());
        }
        return session;
    }

    /** The session is somebody's from here on, and lasts as long as any. */
    static void done(HttpServletRequest request) {
        long minutes = request.getServletContext().getSessionTimeout();
        request.getSession()
                .setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveAuthorizationRequest(begun, request, response);
        session(request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return sessions.loadAuthorizationRequest(request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return sessions.removeAuthorizationRequest(request, response);
    }
}
