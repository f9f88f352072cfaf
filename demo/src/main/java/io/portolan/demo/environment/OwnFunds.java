package io.portolan.demo.environment;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Our own money at the banks when the demo begins: the same amounts at the simulators and in our ledger. */
record OwnFunds(Map<String, String> amounts) {
    private static final Map<String, String> DEMO_AMOUNTS = Map.of(
            "B-CNY", "10000000.00",
            "B-USD", "2000000.00",
            "D-CNY", "10000000.00",
            "D-USD", "2000000.00",
            "D-EUR", "2000000.00",
            "D-JPY", "300000000",
            "D-KWD", "500000.000");

    static OwnFunds forDemo() {
        return new OwnFunds(new TreeMap<>(DEMO_AMOUNTS));
    }

    /** As the simulators take it. */
    String toOption() {
        return amounts.entrySet().stream()
                .map(amount -> amount.getKey() + "=" + amount.getValue())
                .collect(Collectors.joining(","));
    }
}
