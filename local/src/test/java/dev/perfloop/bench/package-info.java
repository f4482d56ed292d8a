@NullMarked
package dev.perfloop.bench;

import org.jspecify.annotations.NullMarked;
