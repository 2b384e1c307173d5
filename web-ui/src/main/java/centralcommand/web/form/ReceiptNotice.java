package centralcommand.web.form;

import centralcommand.web.api.Outcome;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody leaves with after sending a form: put it into the redirect's flash attributes as {@code receipt}, and the next
 * page shows it.
 *
 * @param sentence what was recorded, and where it stands ("Submitted; your approver releases it")
 * @param position what a page must have reached to show it
 * @param recorded positions of the recorded events; empty if nothing changed
 * @param effects  what it changes for others, one sentence each
 * @param href     where it can be seen
 */
public record ReceiptNotice(
        String sentence,
        long position,
        List<Long> recorded,
        List<String> effects,
        @Nullable String href) implements Serializable {

    public ReceiptNotice {
        recorded = List.copyOf(recorded);
        effects = List.copyOf(effects);
    }

    public static ReceiptNotice of(Outcome.Receipt receipt, String sentence) {
        var recorded = receipt.events().stream().map(Outcome.Recorded::position).toList();
        return new ReceiptNotice(sentence, receipt.position(), recorded, List.of(), null);
    }

    public ReceiptNotice affecting(List<String> sentences) {
        return new ReceiptNotice(sentence, position, recorded, sentences, href);
    }

    public ReceiptNotice seenAt(String address) {
        return new ReceiptNotice(sentence, position, recorded, effects, address);
    }
}
