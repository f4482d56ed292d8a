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
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    /** 0, at which nobody answers, when the address names none. */
    public int port() {
        try {
            return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return "JmxAccess[address=" + address + ", user=" + user + "]";
    }
}
