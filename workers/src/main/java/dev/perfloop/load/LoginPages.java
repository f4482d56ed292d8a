package dev.perfloop.load;

import dev.perfloop.load.FirstAnswer.Answered;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a redirect or a login page answers instead of what was asked for. A page with a password field is the worse of
 * the two: its status 200 makes a load look healthy that measures nothing but the page.
 */
final class LoginPages {
    private static final Pattern LOGIN = Pattern.compile(
            "log-?in|log-?on|sign-?in|\\bsso\\b|oauth|openid|saml|/cas/|authorize", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSWORD_FIELD =
            Pattern.compile("<input[^>]+type\\s*=\\s*[\"']?password", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile(
            "<title>[^<]*(log[ -]?(in|on)|sign[ -]?in|anmeld|einlogg|connexion|iniciar ses|accedi)",
            Pattern.CASE_INSENSITIVE);
    private static final String GIVE_LOGIN =
            "Give load.login in the target's file: a request that each visit makes first, its cookies kept. Such as"
                    + " login: { post: /login, headers: { Content-Type: application/x-www-form-urlencoded }, body:"
                    + " \"username=load&password=${SHOP_PASSWORD}\", expect: 302 }. A service that wants a token instead"
                    + " takes it in headers: { Authorization: \"Bearer ${SHOP_TOKEN}\" } of each request.";
    private static final String MEND_LOGIN = "See that user, password and expect of load.login in the target's file are"
            + " right: some services answer a refused login with the same status as a good one.";

    private LoginPages() {}

    static void demandNone(Answered answer, Target target) {
        words(answer, target).ifPresent(refused -> {
            throw refused;
        });
    }

    static Optional<TargetRefused> words(Answered answer, Target target) {
        String request = answer.request().name() + " (" + answer.request() + ")";
        String mend = target.load().login() == null ? GIVE_LOGIN : MEND_LOGIN;
        URI to = leadsTo(answer);
        if (to != null && !answer.isGood()) {
            if (LOGIN.matcher(to.toString()).find()) {
                return refused(request + " is redirected to the login page " + bare(to) + ".", mend);
            }
            return target.allows(to)
                    ? refused(
                            request + " is redirected to " + bare(to) + "; the load does not follow redirects.",
                            "Write that path in the request, or expect: " + answer.status()
                                    + " if the redirect is what shall be measured.")
                    : refused(
                            request + " is redirected to the host " + to.getAuthority()
                                    + ", which the target's file does not list: load goes nowhere else.",
                            "Correct baseUrl, or list the host in load.hosts and write the whole address in the request.");
        }
        return isLoginPage(answer)
                ? refused(request + " is answered with status " + answer.status() + " and a login page.", mend)
                : Optional.empty();
    }

    /** Many pages offer a login beside what was asked for: only one that is about it, or stands in for data, counts. */
    private static boolean isLoginPage(Answered answer) {
        String path = answer.request().address().getPath();
        boolean form = answer.contentType().toLowerCase(Locale.ROOT).contains("html")
                && PASSWORD_FIELD.matcher(answer.body()).find();
        boolean data = path.contains("/api")
                || answer.request().headers().getOrDefault("Accept", "").contains("json");
        return form
                && !LOGIN.matcher(path).find()
                && (data || TITLE.matcher(answer.body()).find());
    }

    /** Null when it does not redirect, or to an address that is none. */
    private static @Nullable URI leadsTo(Answered answer) {
        if (answer.status() / 100 != 3 || answer.location().isEmpty()) {
            return null;
        }
        try {
            return answer.request().address().resolve(answer.location());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Without its query, which may hold what was typed in. */
    private static String bare(URI to) {
        return to.toString().replaceFirst("\\?.*", "");
    }

    private static Optional<TargetRefused> refused(String message, String mend) {
        return Optional.of(new TargetRefused(message, mend));
    }
}
