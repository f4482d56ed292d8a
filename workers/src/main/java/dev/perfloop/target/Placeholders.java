package dev.perfloop.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}}, {@code ${NAME:default}} and {@code ${file:path}} by values of this process's environment or
 * files, at the moment of use: what is stored and shown is the reference.
 */
final class Placeholders {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:file:(?<file>[^}]+)|(?<name>\\w+)(?::(?<fallback>[^}]*))?)}");

    /** Whoever may describe a target must not be able to read our own secrets through it. */
    private static final List<String> OWN = List.of("PERFLOOP_", "SPRING_", "CAMUNDA_");

    private final UnaryOperator<@Nullable String> environment;

    Placeholders(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value((Matcher) match)));
    }

    private String value(Matcher match) {
        return match.group("file") != null
                ? content(Path.of(match.group("file")))
                : variable(match.group("name"), match.group("fallback"));
    }

    private String variable(String name, @Nullable String fallback) {
        if (OWN.stream().anyMatch(name::startsWith)) {
            throw new TargetRefused(
                    "The target's file refers to ${" + name + "}, which is a setting of Perfloop's own.",
                    "Give the target's secret a name of its own, like SHOP_DB_PASSWORD.");
        }
        String value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (fallback != null) {
            return fallback;
        }
        throw new TargetRefused(
                "The target's file refers to ${" + name + "}, which is not set where the workers run.",
                "Set the environment variable " + name + " and start the workers again.");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new TargetRefused(
                    "The target's file refers to ${file:" + file + "}, which cannot be read.",
                    "Create the file where the workers run, readable for them.");
        }
    }
}
