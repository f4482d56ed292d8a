@NullMarked
package dev.perfloop.load.gatling;

import org.jspecify.annotations.NullMarked;
