package dev.perfloop.labelled;

import dev.perfloop.labelled.Case.Label;
import dev.perfloop.labelled.Case.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads cases. Each begins with {@code == kind: name}; then lines of a number of calls and a statement, and lines that begin with
 * {@code missing}, {@code or}, {@code defeated}, {@code rewrite}, {@code prepare} or {@code tempting}.
 */
final class CaseFile {
    private CaseFile() {}

    static List<Case> read(String resource) {
        return Stream.of(text(resource).split("(?m)^== "))
                .filter(it -> !it.isBlank())
                .map(CaseFile::one)
                .toList();
    }

    static String text(String resource) {
        try (var stream = Objects.requireNonNull(CaseFile.class.getResourceAsStream("/labelled/" + resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Case one(String text) {
        List<String> lines = text.lines().filter(it -> !it.isBlank()).toList();
        String title = lines.getFirst();
        int colon = title.indexOf(':');
        List<Work> workload = new ArrayList<>();
        List<String> tempting = new ArrayList<>();
        List<List<String>> alternatives = new ArrayList<>();
        List<String> rewrites = new ArrayList<>();
        List<String> prepares = new ArrayList<>();
        String defeated = "";
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            String word = line.substring(0, space);
            String rest = line.substring(space + 1).strip();
            switch (word) {
                case "missing", "or" -> alternatives.add(List.of(rest.split(" \\+ ")));
                case "defeated" -> defeated = rest;
                case "rewrite" -> rewrites.add(rest);
                case "prepare" -> prepares.add(rest);
                case "tempting" -> tempting.add(rest);
                default -> workload.add(new Work(Integer.parseInt(word), rest));
            }
        }
        Label label = tempting.isEmpty()
                ? new Label.Missing(alternatives, defeated, rewrites, prepares)
                : new Label.Nothing(tempting);
        return new Case(title.substring(0, colon), title.substring(colon + 1).strip(), workload, label);
    }
}
