package io.portolan.domain.walk;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import java.util.List;
import java.util.Random;

/** Accepted payments of every corridor, bearer and policy, with currencies of no, two and three decimals. */
final class RandomPayments {
    private record Pair(String rate, String source, long units, String destination) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("0.13882", "CNY", 720_000, "USD"),
            new Pair("21.4", "CNY", 720_000, "JPY"),
            new Pair("0.04262", "CNY", 123_457, "KWD"),
            new Pair("0.00199", "JPY", 150_001, "KWD"),
            new Pair("502.3", "KWD", 98_765, "JPY"));

    private RandomPayments() {}

    static Payment accepted(Random random) {
        Pair pair = PAIRS.get(random.nextInt(PAIRS.size()));
        LossBearer bearer = one(random, LossBearer.values());
        Payment sample = SamplePayments.accepted(pair.rate(), pair.source(), pair.units(), pair.destination(), bearer);
        Route route = withPolicy(sample.route(), one(random, UnwindPolicy.values()));
        return SamplePayments.planned(
                Transitions.accept(SamplePayments.ACME, sample.order(), sample.price(), route, SamplePayments.NOON)
                        .payment());
    }

    static Route withPolicy(Route route, UnwindPolicy policy) {
        return new Route(
                route.funding(),
                route.lossBearer(),
                policy,
                route.collection(),
                route.dealerSource(),
                route.dealerDestination(),
                route.dealers(),
                route.limits());
    }

    static <T> T one(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
