package dev.perfloop.cli;

/** What a run is exported as; spelt as on the command line. */
enum ExportFormat {
    html("report.html", ".html"),
    md("report.md", ".md"),
    json("data.json", ".json"),
    csv("data.csv.zip", "-csv.zip");

    private final String path;
    private final String ending;

    ExportFormat(String path, String ending) {
        this.path = path;
        this.ending = ending;
    }

    /** Under the run's {@code export} in the API. */
    String path() {
        return path;
    }

    /** A name that is a file's on every platform. */
    String fileOf(String run) {
        return "perfloop-" + run.replaceAll("[^A-Za-z0-9._-]", "_") + ending;
    }
}
