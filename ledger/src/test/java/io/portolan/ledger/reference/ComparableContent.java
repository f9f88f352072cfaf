package io.portolan.ledger.reference;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.command.Command;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a repeat of a command must have in common with it: everything but the texts for people. */
final class ComparableContent {
    private ComparableContent() {}

    static List<Object> of(Command command) {
        return switch (command) {
            case Command.Post post -> list("post", post.payment(), post.postings(), post.hold(), post.date());
            case Command.Correct correct ->
                list("correct", correct.corrects(), correct.postings(), correct.valueDate());
            case Command.Reverse reverse -> list("reverse", reverse.entry());
            case Command.Hold hold -> list("hold", hold.account(), hold.amount());
            case Command.Release release -> list("release", release.hold());
            case Command.OpenAccount open -> ofOpening(open.account(), open.overdraftAllowed());
            case Command.Freeze freeze -> list("freeze", freeze.account());
            case Command.Unfreeze unfreeze -> list("unfreeze", unfreeze.account());
            case Command.CloseAccount close -> list("close", close.account());
            case Command.CloseDay close -> list("day", close.date(), close.nextDate());
        };
    }

    /** Of an opening, whoever caused it. */
    static List<Object> ofOpening(AccountId account, Object overdraftAllowed) {
        return list("open", account, overdraftAllowed);
    }

    private static List<Object> list(@Nullable Object... parts) {
        return Arrays.stream(parts).<Object>map(String::valueOf).toList();
    }
}
