/** Who may sign in: the accounts of one data folder and the authorization server that vouches for them. */
@NullMarked
package centralcommand.standalone.identity;

import org.jspecify.annotations.NullMarked;
