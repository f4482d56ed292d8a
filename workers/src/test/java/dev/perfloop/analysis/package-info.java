@NullMarked
package dev.perfloop.analysis;

import org.jspecify.annotations.NullMarked;
