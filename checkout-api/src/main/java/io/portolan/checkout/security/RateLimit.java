package io.portolan.checkout.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.ProblemWriter;
import io.portolan.domain.ids.MerchantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits each merchant's requests per second; the burst is the same number. Counted per process, which is what it
 * protects.
 */
final class RateLimit extends OncePerRequestFilter {
    private final int perSecond;
    private final Map<MerchantId, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller) {
            ConsumptionProbe probe =
                    buckets.computeIfAbsent(caller.merchant(), _ -> newBucket()).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                ProblemWriter.write(response, tooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill())));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private ProblemException tooManyRequests(Duration wait) {
        return ProblemException.of(
                        ProblemType.RATE_LIMITED, "You can make at most %d requests per second.".formatted(perSecond))
                .withRetryAfter(wait);
    }
}
