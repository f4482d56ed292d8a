package dev.perfloop.local;

import java.net.URI;
import java.util.Optional;

/**
 * Where the parts answer, on loopback only.
 *
 * @param ui our UI and REST API
 * @param operate Operate's start page, login demo/demo; absent without Operate
 */
public record StackUrls(URI ui, Optional<URI> operate, URI shop, String databaseUrl, String shopDatabaseUrl) {

    static StackUrls of(Ports ports, boolean withOperate) {
        return new StackUrls(
                http(ports, Port.UI, ""),
                withOperate ? Optional.of(http(ports, Port.OPERATE, "/operate")) : Optional.empty(),
                http(ports, Port.SHOP, ""),
                jdbc(ports, "perfloop"),
                jdbc(ports, "shop"));
    }

    /** The login is part of the local stack alone. */
    public static final String OPERATE_LOGIN = "demo/demo";

    private static URI http(Ports ports, Port port, String path) {
        return URI.create("http://127.0.0.1:" + ports.of(port) + path);
    }

    private static String jdbc(Ports ports, String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + database;
    }
}
