package centralcommand.web.kept;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Stamps every form with its writer, beside the CSRF token that Spring Security puts there. */
@Configuration(proxyBeanMethods = false)
class FormStampConfiguration {

    @Bean
    static BeanPostProcessor formStamp() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor processor ? new FormStamp(processor) : bean;
            }
        };
    }

    private record FormStamp(RequestDataValueProcessor stamped) implements RequestDataValueProcessor {
        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return stamped.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return stamped.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> given = stamped.getExtraHiddenFields(request);
            Principal writer = request.getUserPrincipal();
            // No field was given: the form is read with GET, changes nothing, and must not carry names into an address.
            if (given == null || given.isEmpty() || writer == null) {
                return given;
            }
            Map<String, String> fields = new LinkedHashMap<>(given);
            fields.put(KeptInput.WRITER, writer.getName());
            return fields;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return stamped.processUrl(request, url);
        }
    }
}
