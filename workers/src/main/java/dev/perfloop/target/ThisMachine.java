package dev.perfloop.target;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** The machine that this process runs on. */
public final class ThisMachine {
    private ThisMachine() {}

    /** Whether an address leads to it. A name that only a container's network knows does not. */
    public static boolean runs(URI address) {
        String host = address.getHost();
        if (host == null) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    /** Whether the database server runs on it. */
    public static boolean runs(DatabaseAccess database) {
        return runs(database.address());
    }
}
