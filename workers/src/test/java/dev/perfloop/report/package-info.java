@NullMarked
package dev.perfloop.report;

import org.jspecify.annotations.NullMarked;
