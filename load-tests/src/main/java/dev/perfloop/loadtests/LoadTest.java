package dev.perfloop.loadtests;

import java.util.ArrayList;
import java.util.List;

/** Everything that one test shares between its simulation, its clock and its report. */
record LoadTest(
        LoadSpec spec,
        Schedule schedule,
        Visits visits,
        Timeline timeline,
        Recorder recorder,
        Failures failures,
        CatchUp catchUp,
        Brake brake) {

    static LoadTest of(LoadSpec spec) {
        spec.requests().forEach(request -> Template.ofPath(request.path(), spec.placeholders()));
        var schedule = new Schedule(spec);
        var timeline = new Timeline(schedule, System.currentTimeMillis(), System.nanoTime());
        List<String> names = new ArrayList<>(
                spec.requests().stream().map(LoadSpec.Request::name).toList());
        if (spec.login() != null) {
            names.add(spec.login().asRequest().name());
        }
        var recorder = new Recorder(timeline, List.copyOf(names), spec.requestTimeoutSeconds());
        return new LoadTest(
                spec,
                schedule,
                new Visits(spec),
                timeline,
                recorder,
                new Failures(),
                new CatchUp(schedule, timeline),
                new Brake(spec.abort()));
    }
}
