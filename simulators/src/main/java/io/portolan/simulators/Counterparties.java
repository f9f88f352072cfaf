package io.portolan.simulators;

import io.portolan.simulators.bank.domestic.DomesticBank;
import io.portolan.simulators.bank.international.InternationalBank;
import io.portolan.simulators.callback.Callback;
import io.portolan.simulators.callback.RequestSigner;
import io.portolan.simulators.fxdealer.FxDealer;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.lifecycle.CallbackSource;
import io.portolan.simulators.instruction.lifecycle.InstructionIntake;
import io.portolan.simulators.wire.HttpRoute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The counterparties that Portolan can call. */
record Counterparties(DomesticBank domestic, InternationalBank international, List<FxDealer> dealers)
        implements CallbackSource {

    @Override
    public Optional<Callback> callbackFor(Instruction instruction, Instant at) {
        return switch (instruction.request().kind().counterparty()) {
            case DOMESTIC_BANK -> domestic.callbackFor(instruction, at);
            case INTERNATIONAL_BANK -> international.callbackFor(instruction, at);
            case DEALER, SECOND_DEALER ->
                dealer(instruction.request().kind().counterparty()).callbackFor(instruction, at);
        };
    }

    RequestSigner signer(Counterparty sender) {
        return switch (sender) {
            case DOMESTIC_BANK -> domestic.signer();
            case INTERNATIONAL_BANK -> international.signer();
            case DEALER, SECOND_DEALER -> dealer(sender).signer();
        };
    }

    Stream<HttpRoute> routes(InstructionIntake intake) {
        return Stream.concat(
                Stream.of(domestic.routes(intake), international.routes(intake)).flatMap(List::stream),
                dealers.stream().flatMap(dealer -> dealer.routes(intake).stream()));
    }

    private FxDealer dealer(Counterparty wanted) {
        return dealers.stream()
                .filter(dealer -> dealer.counterparty() == wanted)
                .findFirst()
                .orElseThrow();
    }
}
