package centralcommand.web.identity;

import io.github.wimdeblauwe.htmx.spring.boot.security.HxRefreshHeaderAuthenticationEntryPoint;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Signs people in with the configured provider (authorization code, PKCE, refresh) and guards every page. An authorization
 * server in the same context has two chains of its own before this one.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurityConfiguration {

    static final String REGISTRATION = "central-command";
    static final String SIGN_OUT = "/sign-out";
    static final String SIGNED_OUT = "/signed-out";
    static final String SIGN_IN_FAILED = "/sign-in-failed";

    @Bean
    ClientRegistrationRepository clientRegistrations(IdentityProvider provider) {
        var registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientName("Central Command")
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(provider.scopes())
                .authorizationUri(provider.authorizationUri())
                .tokenUri(provider.tokenUri())
                .jwkSetUri(provider.jwkSetUri())
                .issuerUri(provider.issuer())
                .userNameAttributeName("sub");
        if (provider.endSessionUri() != null) {
            registration.providerConfigurationMetadata(Map.of("end_session_endpoint", provider.endSessionUri()));
        }
        return new InMemoryClientRegistrationRepository(registration.build());
    }

    /** Tokens live and end with the session. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository authorizedClients) {
        return new DefaultOAuth2AuthorizedClientManager(registrations, authorizedClients);
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            WebSession session,
            IdentityProvider provider,
            ClientRegistrationRepository registrations,
            @Value("${central-command.metrics-readers}") List<String> metricsReaders) {
        var signIn = new LoginUrlAuthenticationEntryPoint(WebSession.SIGN_IN);
        signIn.setFavorRelativeUris(true);
        var signedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signedOut.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        signedOut.setDefaultTargetUrl(SIGNED_OUT);
        return http.securityContext(context -> context.securityContextRepository(session.contexts()))
                .requestCache(cache -> cache.requestCache(session.wanted()))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/vendor/**", "/assets/**", "/favicon.svg", SIGNED_OUT, SIGN_IN_FAILED)
                                .permitAll()
                                .requestMatchers("/actuator/health", "/actuator/health/*")
                                .permitAll()
                                .requestMatchers("/actuator/prometheus")
                                .access(from(metricsReaders))
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .oauth2Login(login -> login.loginPage(WebSession.SIGN_IN)
                        .failureHandler((request, response, failure) -> response.sendRedirect(SIGN_IN_FAILED)))
                .oauth2Client(Customizer.withDefaults())
                .logout(logout -> logout.logoutUrl(SIGN_OUT).logoutSuccessHandler(signedOut))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HxRefreshHeaderAuthenticationEntryPoint(), WebSession::isHtmx)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), WebSession::isStream)
                        .defaultAuthenticationEntryPointFor(signIn, request -> true)
                        .accessDeniedHandler(new LostSubmission(session)))
                .headers(headers -> headers(headers, provider))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, IdentityProvider provider) {
        // A form's answer may redirect to the provider, and browsers hold form-action against redirects too.
        String forms = provider.origin().map(origin -> "'self' " + origin).orElse("'self'");
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action "
                                + forms + "; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    private static AuthorizationManager<RequestAuthorizationContext> from(List<String> addresses) {
        List<IpAddressMatcher> readers =
                addresses.stream().map(IpAddressMatcher::new).toList();
        return (authentication, context) ->
                new AuthorizationDecision(readers.stream().anyMatch(reader -> reader.matches(context.getRequest())));
    }
}
