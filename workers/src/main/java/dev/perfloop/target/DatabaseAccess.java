package dev.perfloop.target;

/** The target's database and the least-privilege role we enter it with. */
public record DatabaseAccess(String url, String user, String password) {
    @Override
    public String toString() {
        return "DatabaseAccess[url=" + url + ", user=" + user + "]";
    }
}
