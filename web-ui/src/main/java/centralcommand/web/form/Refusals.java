package centralcommand.web.form;

import centralcommand.web.api.Outcome;
import java.util.Map;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.BindingResult;

/** Puts a service's refusal where the person can act on it: beside the field it is about, otherwise above the form. */
public final class Refusals {

    private Refusals() {}

    /**
     * Adds the refusal to the form.
     *
     * @param fieldNames the form's names of command components, where they differ ({@code amount} → {@code amountUsd})
     */
    public static void show(Outcome.Refused refused, BindingResult form, Map<String, String> fieldNames) {
        String field = refused.field() == null ? null : fieldNames.getOrDefault(refused.field(), refused.field());
        if (field != null && hasField(form, field)) {
            form.rejectValue(field, refused.code(), refused.detail());
        } else {
            form.reject(refused.code(), refused.detail());
        }
    }

    public static void show(Outcome.Refused refused, BindingResult form) {
        show(refused, form, Map.of());
    }

    public static void show(Outcome.Unavailable unavailable, BindingResult form) {
        form.reject("NOT_ANSWERED", unavailable.sentence());
    }

    private static boolean hasField(BindingResult form, String field) {
        Object target = form.getTarget();
        return target != null
                && PropertyAccessorFactory.forBeanPropertyAccess(target).isReadableProperty(field);
    }
}
