package dev.perfloop.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.issuer.Issuer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps cookies and follows redirects over real HTTP, one after the other, and remembers where it came by. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String HTML = "text/html,application/xhtml+xml";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI app;
    private final List<URI> visited = new ArrayList<>();

    Browser(int port) {
        this.app = URI.create("http://127.0.0.1:" + port);
    }

    /** Begins at our login and ends on one of our pages, or at the provider's login page. */
    HttpResponse<String> begin(String from) throws IOException, InterruptedException {
        visited.clear();
        return follow(app.resolve("/api/login/oidc?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8)));
    }

    /** The whole way, with the password where the provider asks for it. */
    HttpResponse<String> login(String person, String from) throws IOException, InterruptedException {
        HttpResponse<String> page = begin(from);
        assertThat(page.uri().getPath()).as("the provider asks").isEqualTo("/login");
        return password(page, person, HTML);
    }

    HttpResponse<String> password(HttpResponse<String> page, String person, String accept)
            throws IOException, InterruptedException {
        var csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).isTrue();
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(person, Issuer.password(person), URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
        var sent = http.send(
                HttpRequest.newBuilder(page.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return followed(sent, accept);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(app.resolve(path), "application/json");
    }

    HttpResponse<String> follow(URI uri) throws IOException, InterruptedException {
        return followed(send(uri, HTML), HTML);
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        get("/api/info");
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        return http.send(
                HttpRequest.newBuilder(app.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    List<URI> visited() {
        return visited;
    }

    private HttpResponse<String> followed(HttpResponse<String> answer, String accept)
            throws IOException, InterruptedException {
        HttpResponse<String> at = answer;
        while (at.statusCode() == 302) {
            at = send(at.uri().resolve(at.headers().firstValue("Location").orElseThrow()), accept);
        }
        return at;
    }

    private HttpResponse<String> send(URI uri, String accept) throws IOException, InterruptedException {
        visited.add(uri);
        return http.send(HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
    }
}
