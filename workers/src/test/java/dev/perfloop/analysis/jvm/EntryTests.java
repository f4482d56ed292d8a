package dev.perfloop.analysis.jvm;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.AWorkload;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.Allocation;
import dev.perfloop.profiling.JvmFacts.Garbage;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.JvmFacts.Owner;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTests {
    private static final String LISTED = "a.Products.list";

    @Test
    void methodsAreMatchedToRequestsByTheirWords() {
        var workload = AWorkload.missing("p95", 200)
                .request("price", 10, 1)
                .request("order-history", 10, 1)
                .workload();

        assertThat(Entry.of(workload, "a.b.WaitingFaults.priceIn").requests()).containsExactly("price");
        assertThat(Entry.of(workload, "a.b.OrderController.history").requests()).containsExactly("order-history");
        assertThat(Entry.of(workload, "a.b.Basket.show").requests()).isEmpty();
    }

    @Test
    void aMethodIsOfTheRequestThatNoOtherIsNamedAfter() {
        var workload = library("name").workload();

        assertThat(Entry.of(workload, "a.Names.name").requests()).containsExactly("name");
        assertThat(Entry.of(workload, LISTED).requests()).containsExactly("catalogue");
    }

    @Test
    void whereNobodyIsKnownEverybodyMayBe() {
        var workload = AWorkload.missing("p95", 1)
                .request("name", 6_000, 0.2)
                .request("catalogue", 2_000, 2)
                .jvm(recorded(hot(LISTED, 300)))
                .workload();

        assertThat(Entry.of(workload, LISTED).requests()).isEmpty();
    }

    @Test
    void whatOneRequestThrowsIsNotWhatAnotherWaitsFor() {
        assertNoFinding(new ThrowingDetector(), library("name").workload(), "a request, which cost little");
        assertFinding(new ThrowingDetector(), library("catalogue").workload()).saying("Products.list");
    }

    /** The catalogue throws six exceptions for each request that is sent. */
    private static AWorkload library(String missing) {
        return AWorkload.healthy()
                .missed(missing, "p95", 1, 1.1)
                .request("name", 6_000, 0.2)
                .request("catalogue", 2_000, 2)
                .jvm(recorded(hot(LISTED, 300), hot("a.Names.name", 0)));
    }

    private static HotCode hot(String method, long throwing) {
        return new HotCode(method, method, "", Owner.APPLICATION, method, 400, throwing, 0);
    }

    private static JvmFacts recorded(HotCode... hot) {
        return new JvmFacts(
                60,
                "JVM 21",
                2,
                0.2,
                800,
                20,
                List.of(hot),
                List.of(),
                List.of(),
                Allocation.NONE,
                Garbage.NONE,
                800,
                List.of(),
                "",
                "");
    }
}
