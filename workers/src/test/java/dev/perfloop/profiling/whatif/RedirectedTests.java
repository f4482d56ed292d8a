package dev.perfloop.profiling.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectedTests {
    private static final List<CopiedTable> COPIES =
            List.of(new CopiedTable("sales", "orders", 1, 10), new CopiedTable("Ward", "Visit", 1, 10));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * FROM sales.orders o WHERE o.id = $1 | SELECT * FROM pg_temp.orders o WHERE o.id = $1",
                "SELECT sales.orders.id FROM Sales . Orders | SELECT pg_temp.orders.id FROM pg_temp.Orders",
                "SELECT * FROM \"Ward\".\"Visit\" | SELECT * FROM pg_temp.\"Visit\"",
                "SELECT * FROM ward.visit | SELECT * FROM ward.visit",
                "SELECT 'sales.orders' FROM other.orders | SELECT 'sales.orders' FROM other.orders",
                "SELECT * FROM orders | SELECT * FROM orders"
            })
    void onlyQualifiedNamesOfCopiedTablesAreLedElsewhere(String statement, String redirected) {
        assertThat(Redirected.of(statement, COPIES)).isEqualTo(redirected);
    }
}
