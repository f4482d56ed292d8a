@NullMarked
package dev.perfloop.camunda;

import org.jspecify.annotations.NullMarked;
