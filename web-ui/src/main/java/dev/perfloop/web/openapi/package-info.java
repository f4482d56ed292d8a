/** The description of the API, in OpenAPI. */
@NullMarked
package dev.perfloop.web.openapi;

import org.jspecify.annotations.NullMarked;
