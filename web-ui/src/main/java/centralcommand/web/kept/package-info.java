/** What somebody typed survives an expired session: kept, carried through the sign-in, put back into the form. */
@NullMarked
package centralcommand.web.kept;

import org.jspecify.annotations.NullMarked;
