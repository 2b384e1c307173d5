/** SHA-256 trees as RFC 6962 defines them: building one leaf by leaf, and checking that one grew out of another. */
@NullMarked
package centralcommand.verify.proof;

import org.jspecify.annotations.NullMarked;
