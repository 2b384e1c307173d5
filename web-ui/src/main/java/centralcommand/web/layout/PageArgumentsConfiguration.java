package centralcommand.web.layout;

import centralcommand.web.identity.SignInAgain;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.identity.WebSession;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets page methods ask for {@link SignedIn} and {@link PointInTime} as arguments. */
@Configuration(proxyBeanMethods = false)
class PageArgumentsConfiguration implements WebMvcConfigurer {

    private final WebSession session;

    PageArgumentsConfiguration(WebSession session) {
        this.session = session;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FrameArguments());
    }

    private final class FrameArguments implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            Class<?> type = parameter.getParameterType();
            return type.equals(SignedIn.class) || type.equals(PointInTime.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest webRequest,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
            if (request == null) {
                throw new IllegalStateException("Pages are only served over HTTP.");
            }
            if (parameter.getParameterType().equals(PointInTime.class)) {
                return PointInTime.of(request);
            }
            return session.signedIn(request).orElseThrow(() -> new SignInAgain("Nobody is signed in."));
        }
    }
}
