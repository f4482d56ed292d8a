package dev.perfloop.local.dist;

import dev.perfloop.local.StackTrouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The suffix under which PostgreSQL binaries are published for this machine, such as {@code linux-amd64}. */
record Platform(String classifier) {

    static Platform here() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String cpu = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            default -> throw unknown(osName, osArch);
        };
        if (os.contains("linux")) {
            return new Platform("linux-" + cpu + (alpine ? "-alpine" : ""));
        }
        if (os.contains("mac")) {
            return new Platform("darwin-" + cpu);
        }
        throw unknown(osName, osArch);
    }

    private static StackTrouble unknown(String os, String arch) {
        return new StackTrouble(
                "There is no embedded PostgreSQL for " + os + " on " + arch,
                "Run Perfloop on Linux or macOS, or on containers: docker compose up");
    }
}
