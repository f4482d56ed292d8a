package dev.perfloop.profiling.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.JvmFacts.Owner;
import org.junit.jupiter.api.Test;

class CodebaseTests {
    private final Codebase code = new Codebase("/srv/books.jar --server.port=8080");

    @Test
    void codeIsToldApartByWhoOwnsIt() {
        assertThat(code.frame("com.books.loan.Loans", "all").owner()).isEqualTo(Owner.APPLICATION);
        assertThat(code.frame("org.springframework.web.servlet.DispatcherServlet", "doDispatch")
                        .owner())
                .isEqualTo(Owner.LIBRARY);
        assertThat(code.frame("org.postgresql.jdbc.PgStatement", "execute").owner())
                .isEqualTo(Owner.DRIVER);
        assertThat(code.frame("java.util.HashMap", "get").owner()).isEqualTo(Owner.JDK);
        assertThat(code.frame("com.books.loan.Loans$$SpringCGLIB$$0", "all").owner())
                .isEqualTo(Owner.LIBRARY);
    }

    @Test
    void theMainClassesPackageIsOwnEvenWhereALibraryIsCalledAlike() {
        var own = new Codebase("org.springframework.petshop.PetShop --debug");

        assertThat(own.frame("org.springframework.petshop.owner.Owners", "find").owner())
                .isEqualTo(Owner.APPLICATION);
        assertThat(own.frame("org.springframework.web.Any", "call").owner()).isEqualTo(Owner.LIBRARY);
        assertThat(code.frame("org.springframework.samples.petclinic.Owner", "find")
                        .owner())
                .isEqualTo(Owner.APPLICATION);
    }

    @Test
    void aLambdaIsAPartOfTheMethodThatHoldsIt() {
        assertThat(code.frame("com.books.Loans$Desk", "lambda$lend$3").name()).isEqualTo("com.books.Loans.Desk.lend");
    }

    @Test
    void threadsOfAPoolAreOneGroup() {
        assertThat(Stack.group("http-nio-8080-exec-17")).isEqualTo("http-nio-8080-exec");
        assertThat(Stack.group("pool-3-thread-1")).isEqualTo("pool-3-thread");
        assertThat(Stack.group("main")).isEqualTo("main");
    }

    @Test
    void theServicesDatabaseIsKnownByItsAddress() {
        assertThat(JfrCollector.databases("jdbc:postgresql://db-1:5433,db-2/books?ssl=true"))
                .contains("db-1:5433", ":5433", "db-2:5432");
        assertThat(JfrCollector.databases("jdbc:postgresql:books")).isEmpty();
    }
}
