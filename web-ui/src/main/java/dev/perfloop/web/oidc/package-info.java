/** People from an OpenID provider: the code flow with PKCE, their groups as our roles. Off unless an issuer is set. */
@NullMarked
package dev.perfloop.web.oidc;

import org.jspecify.annotations.NullMarked;
