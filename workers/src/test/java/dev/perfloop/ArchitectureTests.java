package dev.perfloop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.perfloop.target.TargetDatabase;
import java.io.File;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

class ArchitectureTests {
    @Test
    void onlyWorkersAndTheirBorderKnowCamunda() {
        noClasses()
                .that(are(JavaClass::isTopLevelClass, "top level")
                        .and(not("..Worker", ArchitectureTests::isWorker))
                        .and(not("the border", resideInAPackage("dev.perfloop.camunda.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.camunda..")
                .check(House.CLASSES);
    }

    @Test
    void onlyRepositoriesAndTheDoorKnowJdbc() {
        noClasses()
                .that(not("..Repository", ArchitectureTests::isRepository)
                        .and(not("the door", resideInAPackage("dev.perfloop.target.postgres..")))
                        .and(not("the door's handle", type -> type.isEquivalentTo(TargetDatabase.class))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .check(House.CLASSES);
    }

    @Test
    void judgingCodeDoesNoInputAndOutput() {
        noClasses()
                .that(are(
                                resideInAPackage("dev.perfloop.analysis..")
                                        .or(resideInAPackage("dev.perfloop.validation.."))
                                        .or(resideInAPackage("dev.perfloop.trend..")),
                                "judging")
                        .and(not("..Repository", ArchitectureTests::isRepository)))
                .should()
                .dependOnClassesThat(describe("reach outside", ArchitectureTests::reachesOutside))
                .check(House.CLASSES);
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        noClasses()
                .should()
                .callCodeUnitWhere(target(describe("tells the time of the system", ArchitectureTests::tellsTheTime)))
                .because("a test must be able to stop the clock: inject InstantSource")
                .check(House.CLASSES);
    }

    @Test
    void aRoomIsNamedByWhatItIsFor() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..dto..", "..impl..")
                .check(House.CLASSES);
    }

    @Test
    void repositoriesArePrivateToTheirRoom() {
        classes()
                .that(are(ArchitectureTests::isRepository, "repositories"))
                .and()
                .resideInAPackage("dev.perfloop.*")
                .should()
                .notBePublic()
                .check(House.CLASSES);
    }

    /** Public they are, as the starter calls them by reflection; called by our own code they must not be. */
    @Test
    void nobodyCallsAWorker() {
        noClasses()
                .that(not("..Worker", ArchitectureTests::isWorker))
                .should()
                .dependOnClassesThat(are(ArchitectureTests::isWorker, "workers"))
                .check(House.CLASSES);
    }

    @Test
    void componentsOfDifferentRoomsHaveDifferentNames() {
        var names = House.CLASSES.stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class) || type.isAnnotatedWith(Component.class))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName));

        assertThat(names).allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    @Test
    void workersOnlyTranslate() {
        assertThat(House.sources())
                .filteredOn(source -> source.isNamed("Worker.java"))
                .allSatisfy(source ->
                        assertThat(source.lines()).as(source.toString()).hasSizeLessThanOrEqualTo(60));
    }

    /** Tests are read as often as what they test. */
    @Test
    void aFileHoldsOneFact() {
        assertThat(House.everything())
                .hasSizeGreaterThan(1000)
                .allSatisfy(source ->
                        assertThat(source.lines()).as(source.toString()).hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void everyPackageSaysWhatItIsForAndThatNothingIsNull() {
        var said = House.sources().stream()
                .filter(source ->
                        source.isNamed("package-info.java") && source.text().contains("@NullMarked"))
                .map(source -> source.path().getParent())
                .collect(Collectors.toSet());

        assertThat(House.sources())
                .allSatisfy(source -> assertThat(said).contains(source.path().getParent()));
    }

    private static boolean isWorker(JavaClass type) {
        return outermost(type).getSimpleName().endsWith("Worker");
    }

    private static boolean isRepository(JavaClass type) {
        return outermost(type).getSimpleName().endsWith("Repository");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private static boolean reachesOutside(JavaClass type) {
        return Set.of(
                                "java.nio.file",
                                "java.nio.channels",
                                "java.net.http",
                                "java.sql",
                                "org.springframework.jdbc.core.simple")
                        .contains(type.getPackageName())
                || type.isEquivalentTo(TargetDatabase.class)
                || type.isAssignableTo(File.class)
                || type.isAssignableTo(Socket.class);
    }

    private static boolean tellsTheTime(CodeUnitCallTarget called) {
        String owner = called.getOwner().getName();
        return called.getName().equals("now") && owner.startsWith("java.time.")
                || called.getName().equals("currentTimeMillis") && owner.equals(System.class.getName())
                || owner.equals(Clock.class.getName()) && called.getName().startsWith("system")
                || owner.equals("java.util.Date")
                        && called.getRawParameterTypes().isEmpty();
    }

    private static DescribedPredicate<JavaClass> are(Predicate<JavaClass> predicate, String what) {
        return describe(what, predicate);
    }

    private static DescribedPredicate<JavaClass> not(String what, Predicate<JavaClass> predicate) {
        return describe("not " + what, predicate.negate());
    }
}
