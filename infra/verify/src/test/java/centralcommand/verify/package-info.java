/** What the verifier finds, tried on ledgers that the tests write and then tamper with. */
@NullMarked
package centralcommand.verify;

import org.jspecify.annotations.NullMarked;
