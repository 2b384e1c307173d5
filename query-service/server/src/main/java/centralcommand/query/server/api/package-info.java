/** The edge: who asks, from where they look, and how refusals are told. */
@NullMarked
package centralcommand.query.server.api;

import org.jspecify.annotations.NullMarked;
