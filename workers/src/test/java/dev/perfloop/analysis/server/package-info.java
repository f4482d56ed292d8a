@NullMarked
package dev.perfloop.analysis.server;

import org.jspecify.annotations.NullMarked;
