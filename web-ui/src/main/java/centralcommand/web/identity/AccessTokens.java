package centralcommand.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** The access token of whoever sent the request in hand, renewed when it is about to end. */
@Component
public class AccessTokens {

    private final OAuth2AuthorizedClientManager clients;
    private final WebSession session;

    AccessTokens(OAuth2AuthorizedClientManager clients, WebSession session) {
        this.clients = clients;
        this.session = session;
    }

    /**
     * The token to send to a service.
     *
     * @throws SignInAgain if there is none and none can be had without the person
     */
    public String current() {
        return currentToken().getTokenValue();
    }

    /**
     * The same with the moment at which it ends, for what goes on longer than a request.
     *
     * @throws SignInAgain if there is none and none can be had without the person
     */
    public OAuth2AccessToken currentToken() {
        if (!(RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            throw new IllegalStateException("A token is only known while a page is being served.");
        }
        HttpServletRequest request = attributes.getRequest();
        var authentication = session.authentication(request).orElseThrow(() -> new SignInAgain("Nobody is signed in."));
        var wanted = OAuth2AuthorizeRequest.withClientRegistrationId(authentication.getAuthorizedClientRegistrationId())
                .principal(authentication)
                .attribute(HttpServletRequest.class.getName(), request);
        HttpServletResponse response = attributes.getResponse();
        if (response != null) {
            wanted.attribute(HttpServletResponse.class.getName(), response);
        }
        // One renewal at a time: a provider that replaces refresh tokens accepts each of them once.
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            return authorize(wanted.build());
        }
    }

    private OAuth2AccessToken authorize(OAuth2AuthorizeRequest wanted) {
        @Nullable OAuth2AuthorizedClient client;
        try {
            client = clients.authorize(wanted);
        } catch (OAuth2AuthorizationException refused) {
            throw new SignInAgain("The token could not be renewed.", refused);
        }
        if (client == null) {
            throw new SignInAgain("There is no token.");
        }
        return client.getAccessToken();
    }
}
