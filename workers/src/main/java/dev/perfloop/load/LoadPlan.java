package dev.perfloop.load;

import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.Target;

/** What is to be driven at which service. */
record LoadPlan(Target target, LoadShape shape, LaunchSpec spec) {}
