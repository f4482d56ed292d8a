package dev.perfloop.tpch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Statements of a service on the tables of TPC-H: a filter or three, sometimes joins, an order or a sum. The same for a seed. */
final class GeneratedStatements {
    private static final List<Path> PATHS = List.of(
            new Path("lineitem", ""),
            new Path("orders", ""),
            new Path("customer", ""),
            new Path("partsupp", ""),
            new Path("part", ""),
            new Path("orders", " JOIN customer ON c_custkey = o_custkey"),
            new Path("lineitem", " JOIN orders ON o_orderkey = l_orderkey"),
            new Path("lineitem", " JOIN part ON p_partkey = l_partkey"),
            new Path("partsupp", " JOIN supplier ON s_suppkey = ps_suppkey"),
            new Path("lineitem", " JOIN orders ON o_orderkey = l_orderkey JOIN customer ON c_custkey = o_custkey"));

    /** Conditions per table, {@code %d} being any number from 0 to 99. */
    private static final Map<String, List<String>> CONDITIONS = Map.of(
            "lineitem",
                    List.of(
                            "l_partkey = %d + 1",
                            "l_suppkey = %d + 1",
                            "l_shipdate BETWEEN date '1995-01-01' + %d AND date '1995-01-01' + %<d + 3",
                            "l_receiptdate = date '1995-01-01' + %d",
                            "l_quantity = %d %% 50 + 1",
                            "l_shipmode = 'RAIL' AND l_discount = 0.0%d",
                            "l_returnflag = 'R'"),
            "orders",
                    List.of(
                            "o_custkey = %d * 3 + 1",
                            "o_orderdate >= date '1998-01-01' + %d",
                            "o_orderdate = date '1994-01-01' + %d",
                            "o_orderstatus = 'P'",
                            "o_orderpriority = '1-URGENT'",
                            "o_totalprice > 300000 + %d * 100"),
            "customer",
                    List.of(
                            "c_nationkey = %d %% 25",
                            "c_mktsegment = 'BUILDING'", "c_phone = '25-989-741-%d'", "c_acctbal < %d - 900"),
            "partsupp", List.of("ps_suppkey = %d + 1", "ps_availqty < %d", "ps_supplycost < %d / 10.0"),
            "part",
                    List.of(
                            "p_size = %d %% 50 + 1",
                            "p_brand = 'Brand#12'",
                            "p_container = 'MED BOX'",
                            "p_type = 'STANDARD ANODIZED TIN'",
                            "p_retailprice < 900 + %d"),
            "supplier", List.of("s_nationkey = %d %% 25", "s_acctbal < %d - 900"));

    private static final Map<String, List<String>> ORDERS = Map.of(
            "lineitem", List.of("l_shipdate", "l_extendedprice DESC", "l_receiptdate DESC"),
            "orders", List.of("o_orderdate DESC", "o_totalprice"),
            "customer", List.of("c_name", "c_acctbal DESC"),
            "partsupp", List.of("ps_supplycost", "ps_availqty DESC"),
            "part", List.of("p_retailprice", "p_name"));

    private record Path(String table, String joins) {
        List<String> tables() {
            return CONDITIONS.keySet().stream()
                    .filter(it -> it.equals(table) || joins.contains(" JOIN " + it + " "))
                    .sorted()
                    .toList();
        }
    }

    private final Random random;

    GeneratedStatements(long seed) {
        random = new Random(seed);
    }

    List<TpchStatement> take(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new TpchStatement("G" + number, statement(any(PATHS))))
                .toList();
    }

    private String statement(Path path) {
        List<String> conditions = new ArrayList<>();
        do {
            String condition = any(CONDITIONS.getOrDefault(any(path.tables()), List.of()));
            conditions.add(String.format(Locale.ROOT, condition, random.nextInt(100)));
        } while (random.nextInt(3) > 0 && conditions.size() < 3);
        String from = " FROM " + path.table() + path.joins() + " WHERE " + String.join(" AND ", conditions);
        String order = any(ORDERS.getOrDefault(path.table(), List.of()));
        return switch (random.nextInt(3)) {
            case 0 -> "SELECT count(*)" + from;
            case 1 -> "SELECT " + path.table() + ".*" + from;
            default -> "SELECT " + path.table() + ".*" + from + " ORDER BY " + order + " LIMIT 20";
        };
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
