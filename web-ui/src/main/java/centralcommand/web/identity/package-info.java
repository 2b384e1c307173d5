/** Who is signed in, how they sign in and out, and the access token that speaks for them to the services. */
@NullMarked
package centralcommand.web.identity;

import org.jspecify.annotations.NullMarked;
