/** Whether what was kept once still earns its place. */
@NullMarked
package dev.perfloop.weekly.lasting;

import org.jspecify.annotations.NullMarked;
