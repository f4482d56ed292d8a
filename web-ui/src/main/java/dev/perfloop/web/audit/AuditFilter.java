package dev.perfloop.web.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one place that every request passes: what is not a mere look is written down with how it ended, whatever endpoint
 * it went to. Stands inside the security chains, around everything that logs in or refuses.
 */
public final class AuditFilter extends OncePerRequestFilter {
    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Stores nothing, and is asked for with each pause in typing. */
    private static final Pattern VALIDATION = Pattern.compile("/api/targets/[^/]+/validation");

    private final AuditTrail trail;

    public AuditFilter(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A logout leaves nobody behind, a login finds nobody before. A look shall not open a session for this.
        String before = looks(request) ? null : present();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            trail.ended(request, status, before, present());
        }
    }

    static boolean looks(HttpServletRequest request) {
        return LOOKS.contains(request.getMethod())
                || VALIDATION.matcher(request.getRequestURI()).matches();
    }

    private static @Nullable String present() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean somebody = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
        return somebody ? who.getName() : null;
    }
}
