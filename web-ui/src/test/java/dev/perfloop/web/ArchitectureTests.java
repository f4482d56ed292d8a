package dev.perfloop.web;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.perfloop.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final int LONGEST_FILE = 300;
    private static final int FULLEST_PACKAGE = 14;

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("dev.perfloop.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_repositories_know_jdbc = noClasses()
            .that(are(not(partOf("Repository"))))
            .and()
            .resideOutsideOfPackage("..rows")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..");

    @ArchTest
    static final ArchRule only_the_engine_room_knows_camunda = noClasses()
            .that()
            .resideOutsideOfPackage("..engine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.camunda..", "io.grpc..");

    @ArchTest
    static final ArchRule controllers_and_repositories_are_package_private = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(Repository.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule repositories_are_named_so =
            classes().that().areAnnotatedWith(Repository.class).should().haveSimpleNameEndingWith("Repository");

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule the_workers_are_met_at_schema_and_contract_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Stream.of(
                            "target",
                            "run",
                            "load",
                            "profiling",
                            "change",
                            "analysis",
                            "optimization",
                            "approval",
                            "validation",
                            "report",
                            "schedule",
                            "alert",
                            "camunda")
                    .map(room -> "dev.perfloop." + room + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule no_package_is_a_drawer =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..dto..", "..impl..");

    @ArchTest
    static void every_package_is_null_marked_and_not_too_full(JavaClasses all) {
        all.stream().map(JavaClass::getPackage).distinct().forEach(room -> {
            assertThat(room.isAnnotatedWith(NullMarked.class))
                    .as(room.getName())
                    .isTrue();
            assertThat(room.getClasses().stream()
                            .filter(type -> type.isTopLevelClass() && !type.isArray())
                            .filter(type -> !type.getSimpleName().equals("package-info")))
                    .as(room.getName())
                    .hasSizeLessThanOrEqualTo(FULLEST_PACKAGE);
        });
    }

    @ArchTest
    static void no_file_is_too_long(JavaClasses all) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE)
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DescribedPredicate<JavaClass> partOf(String suffix) {
        return DescribedPredicate.describe("part of a " + suffix, type -> {
            for (JavaClass around = type;
                    around != null;
                    around = around.getEnclosingClass().orElse(null)) {
                if (around.getSimpleName().endsWith(suffix)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> other) {
        return DescribedPredicate.not(other);
    }
}
