package centralcommand.web.api;

import centralcommand.web.identity.AccessTokens;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The clients of both services. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

    @Bean
    CommandApi commandApi(
            RestClient.Builder clients, ServiceAddresses addresses, AccessTokens tokens, JsonMapper json) {
        RestClient client = client(clients, addresses.commandApi(), addresses);
        return new CommandApi(new ServiceCalls("command service", client, tokens::current), json);
    }

    @Bean
    QueryApi queryApi(RestClient.Builder clients, ServiceAddresses addresses, AccessTokens tokens, JsonMapper json) {
        RestClient client = client(clients, addresses.queryApi(), addresses);
        return new QueryApi(
                new ServiceCalls("query service", client, tokens::current),
                json,
                addresses.queryApi().toString(),
                ServiceConfiguration::pointInTimeOfThePage);
    }

    static RestClient client(RestClient.Builder clients, URI base, ServiceAddresses addresses) {
        // Redirects are not followed: the token belongs to this address and no other.
        var http = HttpClient.newBuilder()
                .connectTimeout(addresses.connectWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(addresses.answerWithin());
        return clients.clone().baseUrl(base).requestFactory(requests).build();
    }

    private static Map<String, String> pointInTimeOfThePage() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Map.of();
        }
        HttpServletRequest request = attributes.getRequest();
        Map<String, String> point = new LinkedHashMap<>(PointInTime.of(request).parameters());
        String minPosition = request.getParameter("minPosition");
        if (minPosition != null) {
            point.put("minPosition", minPosition);
        }
        return point;
    }
}
