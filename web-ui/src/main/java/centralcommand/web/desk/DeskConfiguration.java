package centralcommand.web.desk;

import centralcommand.web.api.CommandApi;
import centralcommand.web.api.QueryApi;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.identity.WebSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the desk together and keeps it to the people of an agency; others are told so plainly. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration implements WebMvcConfigurer {

    private final WebSession session;

    DeskConfiguration(WebSession session) {
        this.session = session;
    }

    @Bean
    static DeskQueries deskQueries(QueryApi queries) {
        return new DeskQueries(queries);
    }

    @Bean
    static ReportSending reportSending(CommandApi commands, DeskQueries queries) {
        return new ReportSending(commands, queries);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AgencyOnly()).addPathPatterns("/desk", "/desk/**");
    }

    private final class AgencyOnly implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            SignedIn signedIn = session.signedIn(request).orElse(null);
            if (signedIn == null || !signedIn.agencyStaff() || signedIn.agency() == null) {
                throw new AccessDeniedException("The desk is for the staff and approvers of an agency.");
            }
            return true;
        }
    }
}
