package dev.perfloop.target;

import java.net.URI;

/** The target's database and the least-privilege role we enter it with. */
public record DatabaseAccess(String url, String user, String password) {

    /** Where its server listens; the port is -1 where the usual one is meant. */
    public URI address() {
        return URI.create(url.replaceFirst("^jdbc:", ""));
    }

    @Override
    public String toString() {
        return "DatabaseAccess[url=" + url + ", user=" + user + "]";
    }
}
