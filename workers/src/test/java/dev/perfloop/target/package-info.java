@NullMarked
package dev.perfloop.target;

import org.jspecify.annotations.NullMarked;
