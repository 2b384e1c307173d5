/** What every view is given: who looks, from where, narrowed to what; and how figures are named and written. */
@NullMarked
package centralcommand.query.server.view;

import org.jspecify.annotations.NullMarked;
