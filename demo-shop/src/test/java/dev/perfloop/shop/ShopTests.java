package dev.perfloop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shop over HTTP, on a small sample of the data. */
@SpringBootTest(properties = "shop.data.scale=0.005")
@AutoConfigureMockMvc
@AutoConfigureObservability(tracing = false)
class ShopTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = TestDatabase.create();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @BeforeEach
    void dataIsLoaded() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/admin/data-loading"))
                        .bodyJson()
                        .extractingPath("$.done")
                        .isEqualTo(true));
    }

    @Test
    void listsTheMostPopularProductsOfACategory() {
        int category = number("SELECT category_id FROM product GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
        List<Integer> expected = jdbc.sql(
                        "SELECT id FROM product WHERE category_id = ? AND active ORDER BY popularity DESC, id DESC LIMIT 3")
                .param(category)
                .query(Integer.class)
                .list();

        assertThat(get("/api/products?category=" + category + "&size=3"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].id")
                .isEqualTo(expected);
    }

    @Test
    void turnsThePage() {
        int category = number("SELECT category_id FROM product WHERE active GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
        int products = number("SELECT count(*) FROM product WHERE active AND category_id = " + category);

        assertThat(get("/api/products?category=%d&size=1&page=%d".formatted(category, products - 1)))
                .bodyJson()
                .extractingPath("$.last")
                .isEqualTo(true);
    }

    @Test
    void thePoolIsResizedWhileItIsOpen() {
        assertThat(get("/admin/pool")).bodyJson().extractingPath("$.value").isEqualTo(10);

        assertThat(put("/admin/pool", "{\"value\": 4}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.value")
                .isEqualTo(4);
        assertThat(put("/admin/pool", "{\"value\": 0}")).hasStatus(400);

        assertThat(put("/admin/pool", "{\"value\": 10}")).hasStatusOk();
        assertThat(get("/admin/pool")).bodyJson().extractingPath("$.value").isEqualTo(10);
    }

    @Test
    void showsAProductWithStockAndRating() {
        int product = bestSeller();

        assertThat(get("/api/products/" + product))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.inStock", stock -> assertThat(stock).isEqualTo(stockOf(product)))
                .hasPathSatisfying("$.rating", rating -> assertThat(rating).isNotNull())
                .hasPathSatisfying(
                        "$.boughtTogether[0].name", name -> assertThat(name).isNotNull());
    }

    @Test
    void showsTheLatestReviews() {
        int product = bestSeller();

        assertThat(get("/api/products/" + product + "/reviews?limit=2"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(2);
    }

    @Test
    void findsProductsByWords() {
        assertThat(get("/api/search?q=walnut")).hasStatusOk().bodyText().contains("Walnut");
    }

    @Test
    void showsTheOrdersOfACustomerWithTheirProducts() {
        int customer = number("SELECT customer_id FROM customer_order GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");

        assertThat(get("/api/customers/" + customer + "/orders?limit=4"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.length()", length -> assertThat(length).isEqualTo(4))
                .hasPathSatisfying(
                        "$[0].lines[0].product", name -> assertThat(name).isNotNull());
    }

    @Test
    void summarisesEveryCategory() {
        int categories = number("SELECT count(DISTINCT category_id) FROM product WHERE active");

        assertThat(get("/api/categories"))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(categories);
    }

    @Test
    void reportsSalesPerDay() {
        assertThat(get("/api/reports/sales?days=30"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].revenue")
                .isNotNull();
    }

    @Test
    void takesAnOrderOutOfTheStock() {
        int product = bestSeller();
        int before = stockOf(product);

        assertThat(order(product, 3)).hasStatus(HttpStatus.CREATED);

        assertThat(stockOf(product)).isEqualTo(before - 3);
        int order = number("SELECT max(id) FROM customer_order");
        assertThat(get("/api/orders/" + order))
                .bodyJson()
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo("NEW"))
                .hasPathSatisfying(
                        "$.lines[0].quantity", quantity -> assertThat(quantity).isEqualTo(3));
    }

    @Test
    void refusesAnOrderBeyondTheStockAndKeepsNothingOfIt() {
        int product = number("SELECT min(product_id) FROM stock");
        assertThat(count(product, 2)).hasStatusOk();
        int orders = number("SELECT count(*) FROM customer_order");

        assertThat(order(product, 3)).hasStatus(HttpStatus.CONFLICT);

        assertThat(stockOf(product)).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM customer_order")).isEqualTo(orders);
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThat(order(bestSeller(), 0))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("items[0].quantity");
        assertThat(get("/api/products?category=100&page=-1"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("page");
    }

    @Test
    void saysWhatDoesNotExist() {
        assertThat(get("/api/products/987654321"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("There is no product 987654321.");
        assertThat(count(987654321, 1)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void offersItsLatenciesAsHistograms() {
        assertThat(get("/api/categories")).hasStatusOk();

        assertThat(get("/actuator/prometheus"))
                .bodyText()
                .contains(
                        "http_server_requests_seconds_bucket", "hikaricp_connections_active", "jvm_memory_used_bytes");
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private MvcTestResult order(int product, int quantity) {
        return http.post()
                .uri("/api/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"customerId\": 1, \"items\": [{\"productId\": %d, \"quantity\": %d}]}"
                        .formatted(product, quantity))
                .exchange();
    }

    private MvcTestResult count(int product, int quantity) {
        return put("/api/stock/" + product, "{\"quantity\": %d}".formatted(quantity));
    }

    private MvcTestResult put(String path, String body) {
        return http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private int bestSeller() {
        return number("SELECT id FROM product ORDER BY popularity DESC, id LIMIT 1");
    }

    private int stockOf(int product) {
        return number("SELECT quantity FROM stock WHERE product_id = " + product);
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
