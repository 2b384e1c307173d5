/** What was promised, when it was said that it would not be kept, what such promises became, and what trials make of the next one. */
@NullMarked
package centralcommand.query.server.promise;

import org.jspecify.annotations.NullMarked;
