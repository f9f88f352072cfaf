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

/** The three counterparties that Portolan can call. */
record Counterparties(DomesticBank domestic, InternationalBank international, FxDealer dealer)
        implements CallbackSource {

    @Override
    public Optional<Callback> callbackFor(Instruction instruction, Instant at) {
        return switch (instruction.request().kind().counterparty()) {
            case DOMESTIC_BANK -> domestic.callbackFor(instruction, at);
            case INTERNATIONAL_BANK -> international.callbackFor(instruction, at);
            case DEALER -> dealer.callbackFor(instruction, at);
        };
    }

    RequestSigner signer(Counterparty sender) {
        return switch (sender) {
            case DOMESTIC_BANK -> domestic.signer();
            case INTERNATIONAL_BANK -> international.signer();
            case DEALER -> dealer.signer();
        };
    }

    Stream<HttpRoute> routes(InstructionIntake intake) {
        return Stream.of(domestic.routes(intake), international.routes(intake), dealer.routes(intake))
                .flatMap(List::stream);
    }
}
