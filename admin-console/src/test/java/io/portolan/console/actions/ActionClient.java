package io.portolan.console.actions;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.payment.Parking;
import java.util.HashMap;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * An operator at the console: sends forms as the page of the payment would make them now, unless other fields are given, and reads the pages that follow.
 */
final class ActionClient {
    private final MockMvcTester mvc;

    ActionClient(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult submit(PaymentScenario scenario, String action, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>();
        form.put("decision", DecisionHeader.nextId());
        form.put("version", Integer.toString(scenario.payment().version()));
        Parking parking = scenario.payment().state().parking();
        if (parking != null && parking.instruction() != null) {
            form.put("instruction", parking.instruction().value());
        }
        form.putAll(fields);
        MockMvcRequestBuilder request = mvc.post()
                .uri("/console/payments/{id}/{action}", scenario.id(), action)
                .with(csrf())
                .with(TestUsers.operator());
        form.forEach(request::param);
        return request.exchange();
    }

    /** Sends the form and reads the page to which it leads. */
    String pageOf(PaymentScenario scenario, String action, Map<String, String> fields) {
        return pageAfter(submit(scenario, action, fields), scenario);
    }

    /** The page to which an action redirects, with its flash attributes. */
    String pageAfter(MvcTestResult action, PaymentScenario scenario) {
        return PageText.html(mvc.get()
                .uri("/console/payments/{id}", scenario.id())
                .flashAttrs(new HashMap<>(action.getMvcResult().getFlashMap()))
                .with(TestUsers.operator())
                .exchange());
    }

    String page(PaymentScenario scenario) {
        return PageText.html(mvc.get()
                .uri("/console/payments/{id}", scenario.id())
                .with(TestUsers.operator())
                .exchange());
    }
}
