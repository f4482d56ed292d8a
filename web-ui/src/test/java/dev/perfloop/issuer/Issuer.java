package dev.perfloop.issuer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** A provider that runs. Everybody's password is their name and {@code -at-issuer}. */
public final class Issuer implements AutoCloseable {
    public static final String CLIENT = "perfloop-ui";
    public static final String SECRET = "a-clients-secret-nobody-may-see";

    private final ServletWebServerApplicationContext context;
    private final Map<String, List<String>> groups;

    private Issuer(ServletWebServerApplicationContext context, Map<String, List<String>> groups) {
        this.context = context;
        this.groups = groups;
    }

    public static Issuer start() {
        Map<String, List<String>> groups = new ConcurrentHashMap<>();
        var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(IssuerApplication.class)
                .properties("spring.config.name=issuer", "server.port=0", "server.address=127.0.0.1")
                .initializers(context0 ->
                        ((GenericApplicationContext) context0).registerBean(Groups.class, () -> new Groups(groups)))
                .run();
        return new Issuer(context, groups);
    }

    public String uri() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    /** The same by a name that is another site to a browser than {@code 127.0.0.1}, as a provider usually is. */
    public String siteOfItsOwn() {
        return "http://localhost:" + context.getWebServer().getPort();
    }

    /** From the next login on. */
    public void put(String person, String... into) {
        groups.put(person, List.of(into));
    }

    /** Unlike the way in, the way out is compared with its port. */
    public void allowLogoutTo(String page) {
        var clients = context.getBean(RegisteredClientRepository.class);
        var client = Objects.requireNonNull(clients.findByClientId(CLIENT));
        clients.save(RegisteredClient.from(client).postLogoutRedirectUri(page).build());
    }

    public static String password(String person) {
        return person + "-at-issuer";
    }

    @Override
    public void close() {
        context.close();
    }

    record Groups(Map<String, List<String>> byPerson) {
        List<String> of(String person) {
            return byPerson.getOrDefault(person, List.of());
        }
    }
}
