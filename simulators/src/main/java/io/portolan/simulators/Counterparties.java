package io.portolan.simulators;

import io.portolan.simulators.bank.domestic.DomesticBank;
import io.portolan.simulators.bank.international.InternationalBank;
import io.portolan.simulators.callback.Counterparty;
import io.portolan.simulators.callback.Message;
import io.portolan.simulators.callback.Seal;
import io.portolan.simulators.fxdealer.FxDealer;
import io.portolan.simulators.instruction.Announcements;
import io.portolan.simulators.instruction.Desk;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.wire.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All whom Portolan can talk to. */
record Counterparties(DomesticBank domestic, InternationalBank international, FxDealer dealer)
        implements Announcements {

    @Override
    public Optional<Message> about(Instruction instruction, Instant at) {
        return switch (instruction.draft().kind().counterparty()) {
            case DOMESTIC_BANK -> domestic.about(instruction, at);
            case INTERNATIONAL_BANK -> international.about(instruction, at);
            case DEALER -> dealer.about(instruction, at);
        };
    }

    Seal seal(Counterparty sender) {
        return switch (sender) {
            case DOMESTIC_BANK -> domestic.seal();
            case INTERNATIONAL_BANK -> international.seal();
            case DEALER -> dealer.seal();
        };
    }

    Stream<Route> routes(Desk desk) {
        return Stream.of(domestic.routes(desk), international.routes(desk), dealer.routes(desk))
                .flatMap(List::stream);
    }
}
