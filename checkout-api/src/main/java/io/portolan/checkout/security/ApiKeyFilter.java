package io.portolan.checkout.security;

import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.ProblemWriter;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Merchants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the merchant by the API key. A request without one stays anonymous: some paths need no key. */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFilter.class);
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"portolan\"";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Merchants merchants;

    ApiKeyFilter(Merchants merchants) {
        this.merchants = merchants;
    }

    /** The problem of a request without a key. */
    static ProblemException missingKey() {
        return ProblemException.of(ProblemType.UNAUTHORIZED, "Send your API key as \"Authorization: Bearer ptl_…\".")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            try {
                authenticate(header);
            } catch (ProblemException problem) {
                ProblemWriter.write(response, problem);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void authenticate(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw missingKey();
        }
        MerchantId merchant = ApiKey.parse(header.substring(SCHEME.length()).strip())
                .flatMap(this::merchantOf)
                .orElseThrow(ApiKeyFilter::unknownKey);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Caller(merchant));
        SecurityContextHolder.setContext(context);
    }

    /** Nothing was accepted yet, so whatever keeps us from reading keys is "not available" rather than "failed". */
    private Optional<MerchantId> merchantOf(ApiKey key) {
        try {
            return merchants.findByKeyHash(key.hash());
        } catch (RuntimeException failure) {
            LOG.error("API keys cannot be read", failure);
            throw ProblemException.of(ProblemType.UNAVAILABLE, "API keys cannot be checked at the moment.")
                    .withRetryAfter(RETRY_AFTER);
        }
    }

    private static ProblemException unknownKey() {
        return ProblemException.of(ProblemType.UNAUTHORIZED, "Unknown API key.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
    }
}
