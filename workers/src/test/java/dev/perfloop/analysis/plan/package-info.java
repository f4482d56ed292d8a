@NullMarked
package dev.perfloop.analysis.plan;

import org.jspecify.annotations.NullMarked;
