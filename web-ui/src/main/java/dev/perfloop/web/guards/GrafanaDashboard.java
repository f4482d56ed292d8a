package dev.perfloop.web.guards;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perfloop.web.guards.GuardsView.GuardView;
import java.util.List;

/** The guards as a Grafana dashboard: a panel a guard, its ceiling drawn in. */
final class GrafanaDashboard {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of Grafana 10; newer ones read it. */
    private static final int SCHEMA = 39;

    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;

    private GrafanaDashboard() {}

    /** @param lifted what became of former guards, in words; empty where nothing is to say */
    static ObjectNode of(String target, List<GuardView> guards, String lifted, Queries queries) {
        ObjectNode board = JSON.createObjectNode();
        board.put("title", "Perfloop guards of " + target);
        board.put("description", lifted);
        board.put("uid", "perfloop-" + Integer.toHexString(target.hashCode()));
        board.put("schemaVersion", SCHEMA);
        board.put("editable", true);
        board.put("refresh", "30s");
        board.putArray("tags").add("perfloop").add(target);
        board.putObject("time").put("from", "now-6h").put("to", "now");
        board.putObject("templating")
                .putArray("list")
                .addObject()
                .put("name", "datasource")
                .put("label", "Prometheus")
                .put("type", "datasource")
                .put("query", "prometheus");
        ArrayNode panels = board.putArray("panels");
        for (var guard : guards) {
            queries.value(guard).ifPresent(expression -> panel(panels, guard, expression));
        }
        return board;
    }

    private static void panel(ArrayNode panels, GuardView guard, String expression) {
        int place = panels.size();
        ObjectNode panel = panels.addObject();
        panel.put("id", place + 1);
        panel.put("type", "timeseries");
        panel.put(
                "title",
                GuardWords.of(guard.metric(), guard.request(), guard.ceiling()) + " (" + guard.profile() + ")");
        panel.put("description", "Ceiling verified by run " + guard.runId());
        panel.putObject("gridPos")
                .put("x", place % 2 * WIDTH)
                .put("y", place / 2 * HEIGHT)
                .put("w", WIDTH)
                .put("h", HEIGHT);
        datasource(panel);
        ObjectNode query = panel.putArray("targets").addObject();
        datasource(query);
        query.put("refId", "A").put("expr", expression).put("legendFormat", "measured");
        ObjectNode defaults = panel.putObject("fieldConfig").putObject("defaults");
        defaults.put("unit", guard.metric().equals(GuardWords.ERROR_RATE) ? "percentunit" : "s");
        defaults.put("min", 0);
        defaults.putObject("custom").putObject("thresholdsStyle").put("mode", "line+area");
        ObjectNode thresholds = defaults.putObject("thresholds").put("mode", "absolute");
        ArrayNode steps = thresholds.putArray("steps");
        steps.addObject().put("color", "green").putNull("value");
        steps.addObject().put("color", "red").put("value", Queries.ceiling(guard));
    }

    private static void datasource(ObjectNode node) {
        node.putObject("datasource").put("type", "prometheus").put("uid", "${datasource}");
    }
}
