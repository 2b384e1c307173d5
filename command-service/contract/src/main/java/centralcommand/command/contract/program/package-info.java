/** The life of a program: proposed by an agency, approved, amended, suspended, resumed or cancelled. */
@NullMarked
package centralcommand.command.contract.program;

import org.jspecify.annotations.NullMarked;
