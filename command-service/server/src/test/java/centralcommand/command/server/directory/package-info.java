/** Tests of what is known across streams. */
@NullMarked
package centralcommand.command.server.directory;

import org.jspecify.annotations.NullMarked;
