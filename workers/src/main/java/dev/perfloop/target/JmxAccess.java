package dev.perfloop.target;

/**
 * The JMX connector of the service's JVM.
 *
 * @param address host:port
 * @param user    empty when it asks for none
 */
public record JmxAccess(String address, String user, String password) {
    public static JmxAccess open(String address) {
        return new JmxAccess(address, "", "");
    }

    public String host() {
        return address.substring(0, address.lastIndexOf(':'));
    }

    public int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @Override
    public String toString() {
        return "JmxAccess[address=" + address + ", user=" + user + "]";
    }
}
