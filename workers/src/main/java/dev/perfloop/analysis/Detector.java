package dev.perfloop.analysis;

/** Looks for one kind of cause in what was captured. Pure; each has a test of what it finds and what it refuses. */
public interface Detector {

    /** The analysis step it belongs to. */
    Layer layer();

    Detection in(Workload workload);
}
