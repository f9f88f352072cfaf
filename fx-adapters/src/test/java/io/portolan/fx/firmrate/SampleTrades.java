package io.portolan.fx.firmrate;

/** Trades as the dealer tells them. */
final class SampleTrades {
    static final String EXECUTED = """
            {"trade_id":"T00000000042","client_trade_id":"%s","status":"executed","sell_currency":"CNY",\
            "sell_amount":716400,"buy_currency":"USD","buy_amount":99450,"rate":"0.13882",\
            "executed_at":"2026-11-21T08:15:00.000Z","settled_at":null,"value_date":"2026-11-25","reject_code":null,\
            "orders":[{"order_id":"o-1","currency":"CNY","amount":716400,"from_account":"D-CNY","to_account":"POOL-CNY"},\
            {"order_id":"o-2","currency":"USD","amount":99450,"from_account":"POOL-USD","to_account":"D-USD"}]}""".formatted(Samples.KEY);

    private SampleTrades() {}

    static String pending() {
        return EXECUTED.replace("\"executed\"", "\"pending\"")
                .replaceFirst("\"executed_at\":\"[^\"]*\"", "\"executed_at\":null")
                .replaceFirst("\"orders\":.*", "\"orders\":null}");
    }
}
