package dev.perfloop.load.gatling;

import dev.perfloop.camunda.Remedy;

/** The load generator's jars are not where the configuration says. */
public final class GeneratorMissing extends RuntimeException implements Remedy {
    GeneratorMissing(String classpath) {
        super("There is no load generator at " + classpath + ".");
    }

    @Override
    public String mend() {
        return "Build it (mvn -pl load-tests package) or set perfloop.load.launcher-classpath to its jars.";
    }

    @Override
    public boolean worthRetrying() {
        return false;
    }
}
