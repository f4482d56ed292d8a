@NullMarked
package dev.perfloop;

import org.jspecify.annotations.NullMarked;
