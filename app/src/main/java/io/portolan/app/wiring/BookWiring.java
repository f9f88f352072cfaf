package io.portolan.app.wiring;

import io.portolan.domain.ledger.BookAudit;
import io.portolan.domain.ledger.BookControl;
import io.portolan.domain.operations.Alerts;
import io.portolan.operations.dayend.DayClosing;
import io.portolan.operations.verification.AccountUnfreezing;
import io.portolan.operations.verification.Verification;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators order about the book, by commands and on the console. */
@Configuration(proxyBeanMethods = false)
public class BookWiring {
    @Bean
    Verification verification(BookAudit audit, BookControl control, Alerts alerts, Clock clock) {
        return new Verification(audit, control, alerts, clock);
    }

    @Bean
    AccountUnfreezing accountRelease(BookAudit audit, BookControl control, Clock clock) {
        return new AccountUnfreezing(audit, control, clock);
    }

    @Bean
    DayClosing dayClosing(BookAudit audit, BookControl control) {
        return new DayClosing(audit, control);
    }
}
