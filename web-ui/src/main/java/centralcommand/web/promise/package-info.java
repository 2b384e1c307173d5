/** One milestone with all that was promised of it, and how early it was said where a promise did not hold. */
@NullMarked
package centralcommand.web.promise;

import org.jspecify.annotations.NullMarked;
