/** Tests of release, withdrawal, correction and certification. */
@NullMarked
package centralcommand.command.server.clearance;

import org.jspecify.annotations.NullMarked;
