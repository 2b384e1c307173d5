/** The pages of Central Command: a web application that talks to the command and query services over HTTP only. */
@NullMarked
package centralcommand.web;

import org.jspecify.annotations.NullMarked;
