/** What forms share: command ids, refusals put beside the field they are about, receipts. */
@NullMarked
package centralcommand.web.form;

import org.jspecify.annotations.NullMarked;
