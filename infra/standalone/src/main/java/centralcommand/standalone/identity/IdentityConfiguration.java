package centralcommand.standalone.identity;

import centralcommand.command.contract.shared.Role;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The authorization server inside the web context. Signing in here and being signed in to the pages are two things in one
 * HTTP session, kept under different names: only the code flow between them yields the token that the services ask for.
 */
@Configuration(proxyBeanMethods = false)
@Import({SignInPage.class, AccountPages.class})
class IdentityConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private final SecurityContextRepository signIns = signIns();
    private final RequestCache cameFor = cameFor();

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(HttpSecurity http, Attempts attempts) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(Customizer.withDefaults()))
                .securityContext(context -> context.securityContextRepository(signIns))
                .requestCache(cache -> cache.requestCache(cameFor))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(AttemptFilter.SIGN_IN), browser()))
                .addFilterAfter(new AttemptFilter(attempts), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signInChain(HttpSecurity http, Attempts attempts, Accounts accounts) {
        return http.securityMatcher(
                        AttemptFilter.SIGN_IN, AttemptFilter.WAIT_PAGE, "/admin/accounts", "/admin/accounts/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(AttemptFilter.SIGN_IN, AttemptFilter.WAIT_PAGE)
                                .permitAll()
                                .anyRequest()
                                .access(administrator(accounts)))
                .securityContext(context -> context.securityContextRepository(signIns))
                .requestCache(cache -> cache.requestCache(cameFor))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                // Through the pages' own sign-in, so that they know the administrator too; that leads back here.
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((request, response, nobody) -> response.sendRedirect("/")))
                .formLogin(form -> form.loginPage(AttemptFilter.SIGN_IN).successHandler(afterSignIn()))
                .logout(logout -> logout.disable())
                .addFilterBefore(new AttemptFilter(attempts), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /** Asked anew for each request, so that an administrator who was disabled is out at once. */
    private static AuthorizationManager<RequestAuthorizationContext> administrator(Accounts accounts) {
        return (authentication, request) -> new AuthorizationDecision(Optional.ofNullable(authentication.get())
                .flatMap(signedIn -> accounts.active(signedIn.getName()))
                .filter(account -> account.has(Role.ADMIN))
                .isPresent());
    }

    private SavedRequestAwareAuthenticationSuccessHandler afterSignIn() {
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                    throws ServletException, IOException {
                request.setAttribute(AttemptFilter.SUCCEEDED, Boolean.TRUE);
                super.onAuthenticationSuccess(request, response, authentication);
            }
        };
        onward.setRequestCache(cameFor);
        return onward;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Identity identity) {
        return AuthorizationServerSettings.builder()
                .issuer(identity.issuer().toString())
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder(Identity identity) {
        return identity.encoder();
    }

    @Bean
    Accounts accounts(Identity identity) {
        return identity.accounts();
    }

    @Bean
    Attempts attempts() {
        return new Attempts(TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    RegisteredClientRepository registeredClientRepository(Identity identity, PasswordEncoder encoder) {
        return new Clients(identity.webUi(), identity.accounts(), encoder);
    }

    @Bean
    OAuth2AuthorizationService authorizationService(Identity identity) {
        return new Authorizations(identity.clock());
    }

    @Bean
    TokenClaims tokenClaims(Accounts accounts) {
        return new TokenClaims(accounts);
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(Identity identity) {
        return new ImmutableJWKSet<>(new JWKSet(identity.signingKey()));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> signingKeys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys);
    }

    /** A name that may not be used is as unknown as one that never was: the same work, the same answer. */
    @Bean
    UserDetailsService userDetails(Accounts accounts) {
        return name -> accounts.active(name)
                .map(account -> User.withUsername(account.name())
                        .password(account.passwordHash())
                        .roles(account.roles().stream().map(Role::name).toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    /** A browser asks for HTML by name; a script that takes anything is told its status and not sent to a form. */
    private static MediaTypeRequestMatcher browser() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    private static SecurityContextRepository signIns() {
        HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("CENTRAL_COMMAND_SIGN_IN");
        return repository;
    }

    @SuppressWarnings("NullAway") // Null is how Spring is told to add no parameter of its own to the address.
    private static RequestCache cameFor() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setSessionAttrName("CENTRAL_COMMAND_SIGN_IN_CAME_FOR");
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
