package dev.perfloop;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rooms as the rules see them: as classes, and as the text that people read. */
final class House {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("dev.perfloop");

    private static final Path SOURCES = Path.of("src/main/java/dev/perfloop");

    private House() {}

    /** One source file. */
    record Source(Path path, List<String> lines) {
        boolean isNamed(String suffix) {
            return path.toString().endsWith(suffix);
        }

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public String toString() {
            return path + " (" + lines.size() + " lines)";
        }
    }

    static List<Source> sources() {
        return below(SOURCES);
    }

    /** Of all modules, their tests too. */
    static List<Source> everything() {
        try (var modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(sources -> below(sources).stream())
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<Source> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Source read(Path folder, Path file) {
        try {
            return new Source(folder.relativize(file), Files.readAllLines(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
