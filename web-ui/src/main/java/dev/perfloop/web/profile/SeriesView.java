package dev.perfloop.web.profile;

import java.util.List;

/** @param metric its name, the unit last */
record SeriesView(String metric, List<PointView> points) {

    /** @param second since the run's first sample of anything, so that series can be laid over each other */
    record PointView(double second, double value) {}
}
