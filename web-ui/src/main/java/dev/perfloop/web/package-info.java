/** The web side of Perfloop: REST API, live events and the front end. Reads rows; writes go through the engine. */
@NullMarked
package dev.perfloop.web;

import org.jspecify.annotations.NullMarked;
