package dev.perfloop.local;

/** The doors of the stack and the numbers people expect them at. */
public enum Port {
    /** Not 5432: many machines have a PostgreSQL of their own there. */
    POSTGRES("PostgreSQL", 5433),
    GRPC("Camunda gRPC", 26500),
    BROKER_COMMAND("Camunda broker commands", 26501),
    BROKER_INTERNAL("Camunda broker cluster", 26502),
    BROKER_MANAGEMENT("Camunda broker management", 9600),
    BROKER_HTTP("Camunda broker REST", 8088),
    OPERATE("Operate", 8080),
    OPERATE_MANAGEMENT("Operate management", 9601),
    OPERATE_CLUSTER("Operate cluster", 26503),
    SEARCH("OpenSearch", 9200),
    SEARCH_TRANSPORT("OpenSearch transport", 9300),
    UI("Perfloop", 8090),
    SHOP("Demo shop", 8081),
    SHOP_JMX("Demo shop JMX", 9010);

    private final String title;
    private final int usual;

    Port(String title, int usual) {
        this.title = title;
        this.usual = usual;
    }

    public String title() {
        return title;
    }

    public int usual() {
        return usual;
    }
}
