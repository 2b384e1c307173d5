package centralcommand.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An identity provider that signs in whomever a test names: token endpoint and keys over HTTP, real signatures. */
final class StubIdentityProvider {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private final Map<String, Issued> refreshTokens = new ConcurrentHashMap<>();
    volatile long tokenLivesSeconds = 300;
    volatile String lastTokenRequest = "";

    private record Issued(String name, @Nullable String agency, List<String> roles, String nonce) {}

    StubIdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String code(String name, @Nullable String agency, List<String> roles, String nonce) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Issued(name, agency, roles, nonce));
        return code;
    }

    void forgetEveryone() {
        refreshTokens.clear();
    }

    private void token(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        lastTokenRequest = request;
        Map<String, String> form = Browser.parameters(request);
        Issued issued = form.getOrDefault("grant_type", "").equals("refresh_token")
                ? refreshTokens.remove(form.getOrDefault("refresh_token", ""))
                : codes.remove(form.getOrDefault("code", ""));
        if (issued == null) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, issued);
        answer(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","scope":"openid","id_token":"%s"}""".formatted(
                "access-" + issued.name() + "-" + UUID.randomUUID(), tokenLivesSeconds, refreshToken, idToken(issued)));
    }

    private String idToken(Issued issued) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience("web-ui")
                .subject(issued.name())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("nonce", issued.nonce())
                .claim("roles", issued.roles());
        if (issued.agency() != null) {
            claims.claim("agency", issued.agency());
        }
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
