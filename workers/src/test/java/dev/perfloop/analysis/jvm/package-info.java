@NullMarked
package dev.perfloop.analysis.jvm;

import org.jspecify.annotations.NullMarked;
