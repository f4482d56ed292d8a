@NullMarked
package dev.perfloop.load.checks;

import org.jspecify.annotations.NullMarked;
